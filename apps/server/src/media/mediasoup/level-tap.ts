import { type Clock, TokenBucket } from '@earshot/lifetime';
import { type Line, limits, type MemberId } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { LevelMeter } from '../level-meter.ts';
import { UplinkMeter } from '../uplink-meter.ts';
import type { OwnedProducer } from './owned-producer.ts';
import { rtpAudioLevel } from './rtp-level.ts';
import { openedUnder } from './worker-answers.ts';

const audioLevelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

interface LevelTapOptions {
  transport: mediasoup.DirectTransport;
  rtpCapabilities: mediasoup.RouterRtpCapabilities;
  meter: LevelMeter;
  clock: Clock;
  /** Somebody talks in more packets than `limits.packetsPerSecond`. Told once per stream. */
  onFlood(owner: MemberId): void;
  /** How well what somebody says arrives here has changed. */
  onLine(owner: MemberId, line: Line): void;
}

/**
 * Reads the level out of each microphone packet. mediasoup's own AudioLevelObserver reports four times a
 * second at best; a direct transport costs Node about 10 µs per packet of those who speak (packets of
 * silence are dropped in the worker), and large rooms need the same tap to choose whom to forward. A flood
 * that comes here is stopped at once, since it costs Node; the flood watch counts the rest.
 */
export class LevelTap {
  readonly #options: LevelTapOptions;

  constructor(options: LevelTapOptions) {
    this.#options = options;
  }

  async listen({ producer, owner }: OwnedProducer): Promise<void> {
    const { transport, rtpCapabilities, meter, clock, onFlood, onLine } = this.#options;
    const consumer = await openedUnder(
      transport,
      transport.consume({
        producerId: producer.id,
        rtpCapabilities: rtpCapabilities as mediasoup.RtpCapabilities,
        ignoreDtx: true,
      }),
    );
    const extension = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === audioLevelUri);
    if (!extension) return consumer.close();
    const perSecond = limits.packetsPerSecond;
    const bucket = new TokenBucket({ perSecond, burst: perSecond * 2, clock });
    const uplink = new UplinkMeter((line) => onLine(owner, line));
    consumer.on('rtp', (packet) => {
      if (!bucket.take()) {
        consumer.close();
        return onFlood(owner);
      }
      uplink.packet(packet);
      const level = rtpAudioLevel(packet, extension.id);
      if (level !== undefined) meter.packet(owner, level);
    });
  }
}
