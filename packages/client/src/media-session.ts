import { type CancelTimer, type Clock, Scope } from '@earshot/lifetime';
import type { Consumer, JoinResult, MediaSource } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import { type DataChannelEvents, DataChannels } from './data/data-channels.ts';
import { mediaState } from './media-state.ts';
import { MediaTransport, type Request } from './media-transport.ts';
import type { SendOptions, SentTrack } from './microphone/microphone-sender.ts';
import { opusOptions } from './microphone/voice-encoding.ts';
import type { MediaGuard } from './private/media-guard.ts';
import type { RoomSnapshot } from './snapshot.ts';
import type { PictureEncoding } from './streams/picture-encodings.ts';
import type { SentStream } from './streams/shared-stream.ts';
import type { SendStream } from './streams/shared-streams.ts';
import { tuneSender } from './streams/tune-sender.ts';

/** ICE may find its way, or find it again, for this long (browsers give up after about as much). */
const connectWithinMs = 30_000;

/** What a screen plays may be music: stereo, and without DTX, which takes soft passages for silence. */
const sharedSound: mediasoup.ProducerCodecOptions = {
  opusStereo: true,
  opusFec: true,
  opusDtx: false,
  opusMaxAverageBitrate: 128_000,
};

interface MediaSessionOptions {
  device: mediasoup.Device;
  join: JoinResult;
  request: Request;
  clock: Clock;
  /** Where the room is encrypted: everything passes through it. */
  guard?: MediaGuard | undefined;
  onState(state: RoomSnapshot['media']): void;
  /** The server refused the media, or did not answer. */
  onFailure(error: unknown): void;
  /** The sound found no way in time, or the one it had broke. */
  onNoPath(detail: string): void;
}

/** A member's media: both transports, what is sent and what is received. */
export class MediaSession {
  readonly #options: MediaSessionOptions;
  readonly #scope = new Scope();
  readonly #send: MediaTransport;
  readonly #recv: MediaTransport;
  #cancelDeadline: CancelTimer | undefined;

  constructor(options: MediaSessionOptions) {
    const { device, join, request, onFailure } = options;
    this.#options = options;
    const common = {
      device,
      iceServers: join.iceServers,
      request,
      onState: () => this.#stateChanged(),
      onFailure,
    };
    this.#send = new MediaTransport({ ...common, direction: 'send', transport: join.sendTransport });
    this.#recv = new MediaTransport({ ...common, direction: 'recv', transport: join.recvTransport });
    this.#scope.add(() => this.#send.close());
    this.#scope.add(() => this.#recv.close());
    this.#scope.add(() => this.#cancelDeadline?.());
  }

  /** Begins to send. The track stays its owner's: nothing here stops, enables or disables it. */
  async send(track: MediaStreamTrack, { paused, encoding }: SendOptions): Promise<SentTrack> {
    const producer = await this.#produce(
      {
        track,
        codecOptions: opusOptions(this.#options.guard ? { ...encoding, dtx: false } : encoding),
        stopTracks: false,
        disableTrackOnPause: false,
        // A muted track is silence, which DTX turns into a few packets a second that the server drops.
        // Stopping RTP altogether would cost a renegotiation each way and make unmuting slower.
        zeroRtpOnPause: false,
        appData: { paused },
      },
      'microphone',
    );
    return {
      id: producer.id,
      replaceTrack: (next) => producer.replaceTrack({ track: next }),
      setMaxBitrate: (maxBitrate) => producer.setRtpEncodingParameters({ maxBitrate }),
      close: () => producer.close(),
    };
  }

  /** Begins to send something beside the microphone. The track stays its owner's. */
  async share(track: MediaStreamTrack, { source, streamId, picture }: SendStream): Promise<SentStream> {
    const producer = await this.#produce(
      {
        track,
        streamId,
        // A picture that begins at the browser's usual 300 kbit/s is a blur for its first seconds.
        ...(picture
          ? { encodings: [...picture.encodings], codecOptions: { videoGoogleStartBitrate: 1_000 } }
          : { codecOptions: sharedSound }),
        stopTracks: false,
        disableTrackOnPause: false,
        zeroRtpOnPause: false,
        appData: { source },
      },
      source,
    );
    const tune = (next: PictureEncoding) => tuneSender(producer.rtpSender, next);
    if (picture) await tune(picture);
    return { id: producer.id, tune, close: () => producer.close() };
  }

  /** Begins to receive. Those asked for in the same tick share one negotiation. */
  async receive({ memberId, source, ...consumer }: Consumer): Promise<mediasoup.Consumer> {
    const { id, producerId, kind } = consumer;
    const options = {
      id,
      producerId,
      kind,
      rtpParameters: consumer.rtpParameters as mediasoup.RtpParameters,
    };
    const { guard } = this.#options;
    return this.#recv.use((transport) =>
      guard
        ? guard.consume((sealed) => transport.consume(sealed), options, { memberId, source, kind })
        : transport.consume(options),
    );
  }

  /** The ends of the data channels, not opened yet. */
  dataChannels(options: DataChannelEvents): DataChannels {
    return new DataChannels({
      ...options,
      request: this.#options.request,
      send: (work) => this.#send.carry(work),
      recv: (work) => this.#recv.carry(work),
    });
  }

  async getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }> {
    const [send, recv] = await Promise.all([this.#send.getStats(), this.#recv.getStats()]);
    return { ...(send ? { send } : {}), ...(recv ? { recv } : {}) };
  }

  /** Once it resolves, nothing can be sent any more. */
  close(): Promise<void> {
    return this.#scope.close();
  }

  #produce(
    options: mediasoup.ProducerOptions & { track: MediaStreamTrack },
    source: MediaSource,
  ): Promise<mediasoup.Producer> {
    const { guard } = this.#options;
    return this.#send.use((transport) =>
      guard
        ? guard.produce((sealed) => transport.produce(sealed), options, source)
        : transport.produce(options),
    );
  }

  #stateChanged(): void {
    if (this.#scope.closed) return;
    const { clock, onState, onNoPath } = this.#options;
    const state = mediaState([this.#send.state, this.#recv.state]);
    if (state !== 'connecting') {
      this.#cancelDeadline?.();
      this.#cancelDeadline = undefined;
    } else {
      this.#cancelDeadline ??= clock.after(connectWithinMs, () =>
        onNoPath(`ICE and DTLS took longer than ${connectWithinMs} ms`),
      );
    }
    onState(state);
    if (state === 'failed') onNoPath('ICE or DTLS failed');
  }
}
