import { type Clock, withDeadline } from '@earshot/lifetime';
import { type MediaKind, type MediaSource, RpcError } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import type { FrameCrypto, ReceivedFrames } from './encryption-engine.ts';

/** ICE and DTLS come first, and a picture is encoded only after them. */
const confirmedWithinMs = 30_000;

type Produce = (options: mediasoup.ProducerOptions) => Promise<mediasoup.Producer>;
type Consume = (options: mediasoup.ConsumerOptions) => Promise<mediasoup.Consumer>;

/** What passes between a room's media and its transports: nothing that is not encrypted. */
export class MediaGuard {
  readonly #frames: FrameCrypto | undefined;
  readonly #clock: Clock;

  constructor({ frames, clock }: { frames: FrameCrypto | undefined; clock: Clock }) {
    this.#frames = frames;
    this.#clock = clock;
  }

  /**
   * Produces, with the transform in place before anything is negotiated: one that is set later is passed by
   * without an error. The track is off until encrypted frames of it were seen, and is then as it was.
   * @throws RpcError where it cannot be encrypted; nothing but silence was sent then
   */
  async produce(
    produce: Produce,
    options: mediasoup.ProducerOptions & { track: MediaStreamTrack },
    source: MediaSource,
  ): Promise<mediasoup.Producer> {
    const frames = this.#opened();
    const { track } = options;
    const kind = track.kind as MediaKind;
    const enabled = track.enabled;
    track.enabled = false;
    let sender: RTCRtpSender | undefined;
    const ended = () => {
      if (sender) frames.ended(sender);
    };
    try {
      const producer = await produce({
        ...options,
        onRtpSender: (opened) => {
          frames.send(opened, { source, kind });
          sender = opened;
        },
      });
      // Browsers do not end the stream of frames by themselves, not even with the connection.
      producer.observer.once('close', ended);
      await this.#confirmed(frames, { producer, sender });
      return producer;
    } catch (error) {
      ended();
      throw error;
    } finally {
      // Whoever was given it back meanwhile, since the room is over, keeps it as it is.
      track.enabled ||= enabled;
    }
  }

  /** @throws RpcError where it cannot be decrypted */
  consume(
    consume: Consume,
    options: mediasoup.ConsumerOptions,
    from: ReceivedFrames,
  ): Promise<mediasoup.Consumer> {
    const frames = this.#opened();
    return consume({ ...options, onRtpReceiver: (receiver) => frames.receive(receiver, from) });
  }

  async #confirmed(
    frames: FrameCrypto,
    { producer, sender }: { producer: mediasoup.Producer; sender: RTCRtpSender | undefined },
  ): Promise<void> {
    try {
      if (!sender) throw new RpcError('media_rejected', { detail: 'there was no sender to encrypt' });
      await withDeadline(frames.confirmed(sender), {
        what: 'encrypting',
        limitMs: confirmedWithinMs,
        clock: this.#clock,
      });
    } catch (cause) {
      producer.close();
      throw cause;
    }
  }

  #opened(): FrameCrypto {
    if (!this.#frames) throw new RpcError('wrong_state', { detail: 'this client cannot encrypt media' });
    return this.#frames;
  }
}
