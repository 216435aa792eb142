import type { types as mediasoup } from 'mediasoup';
import type { LevelMeter } from '../level-meter.ts';
import type { OwnedProducer } from './owned-producer.ts';
import { rtpAudioLevel } from './rtp-level.ts';
import { openedUnder } from './worker-answers.ts';

const audioLevelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

/**
 * Reads the level out of each microphone packet. mediasoup's own AudioLevelObserver reports four times a
 * second at best; a direct transport costs Node about 10 µs per packet of those who speak (packets of
 * silence are dropped in the worker), and large rooms need the same tap to choose whom to forward.
 */
export class LevelTap {
  readonly #transport: mediasoup.DirectTransport;
  readonly #rtpCapabilities: mediasoup.RtpCapabilities;
  readonly #meter: LevelMeter;

  constructor(
    transport: mediasoup.DirectTransport,
    rtpCapabilities: mediasoup.RouterRtpCapabilities,
    meter: LevelMeter,
  ) {
    this.#transport = transport;
    this.#rtpCapabilities = rtpCapabilities as mediasoup.RtpCapabilities;
    this.#meter = meter;
  }

  async listen({ producer, owner }: OwnedProducer): Promise<void> {
    const consumer = await openedUnder(
      this.#transport,
      this.#transport.consume({
        producerId: producer.id,
        rtpCapabilities: this.#rtpCapabilities,
        ignoreDtx: true,
      }),
    );
    const extension = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === audioLevelUri);
    if (!extension) return consumer.close();
    consumer.on('rtp', (packet) => {
      const level = rtpAudioLevel(packet, extension.id);
      if (level !== undefined) this.#meter.packet(owner, level);
    });
  }
}
