import type { KeyName } from '@earshot/crypto';
import { type CancelTimer, type Clock, Emitter, systemClock } from '@earshot/lifetime';
import { type MediaKind, type MediaSource, type MemberId, RpcError } from '@earshot/protocol';
import type {
  FrameCounts,
  FrameCrypto,
  FrameNews,
  MediaKey,
  ReceivedFrames,
} from '../private/encryption-engine.ts';
import { EntryError } from '../private/entry-error.ts';
import type { FrameOrder, FrameReport, FrameTask } from './frame-orders.ts';

const pingEveryMs = 500;
/** So many pings in a row without an answer: counted, not timed, since a page that slept has asked nothing. */
const missedPings = 6;
/** Until the first answer: a slow phone takes its time to load a worker. */
const missedFirstPings = 40;

const nothing: FrameCounts = { encrypted: 0, decrypted: 0, unknown: 0, refused: 0, overrun: 0 };

/** The page's end of the worker that has the media keys and through which every frame passes. */
export class WorkerFrames implements FrameCrypto {
  readonly #worker: Worker;
  readonly #events = new Emitter<{ news: [news: FrameNews] }>();
  readonly #senders = new WeakMap<RTCRtpSender, { id: number; confirmed: PromiseWithResolvers<void> }>();
  readonly #waiting = new Map<number, PromiseWithResolvers<void>>();
  readonly #cancelPings: CancelTimer;
  #nextSender = 0;
  #unanswered = 0;
  #heard = false;
  #counts = nothing;
  #dead = false;

  private constructor(worker: Worker, clock: Clock) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FrameReport>) => this.#take(data);
    worker.onerror = () => this.#die();
    worker.onmessageerror = () => this.#die();
    this.#cancelPings = clock.every(pingEveryMs, () => this.#ping());
  }

  /** @throws EntryError `encryption_unsupported` */
  static open(clock: Clock = systemClock): WorkerFrames {
    if (!('RTCRtpScriptTransform' in globalThis)) throw new EntryError('encryption_unsupported');
    try {
      return new WorkerFrames(
        new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' }),
        clock,
      );
    } catch (cause) {
      throw new EntryError('encryption_unsupported', { cause });
    }
  }

  get counts(): FrameCounts {
    return this.#counts;
  }

  send(sender: RTCRtpSender, { source, kind }: { source: MediaSource; kind: MediaKind }): void {
    if (this.#dead) throw new RpcError('wrong_state', { detail: 'what encrypts has died' });
    const id = this.#nextSender;
    this.#nextSender += 1;
    const confirmed = Promise.withResolvers<void>();
    confirmed.promise.catch(() => {});
    this.#senders.set(sender, { id, confirmed });
    this.#waiting.set(id, confirmed);
    sender.transform = this.#transform({ role: 'send', sender: id, source, kind });
  }

  confirmed(sender: RTCRtpSender): Promise<void> {
    return (
      this.#senders.get(sender)?.confirmed.promise ??
      Promise.reject(new TypeError('not a sender of this room'))
    );
  }

  ended(sender: RTCRtpSender): void {
    const known = this.#senders.get(sender);
    if (!known) return;
    this.#senders.delete(sender);
    this.#waiting.delete(known.id);
    known.confirmed.reject(new RpcError('wrong_state', { detail: 'the stream is over' }));
    this.#order({ do: 'end', sender: known.id });
  }

  receive(receiver: RTCRtpReceiver, from: ReceivedFrames): void {
    if (this.#dead) throw new RpcError('wrong_state', { detail: 'what decrypts has died' });
    receiver.transform = this.#transform({ role: 'receive', ...from });
  }

  useKey(key: MediaKey): void {
    this.#order({ do: 'use', key });
  }

  installKey(memberId: MemberId, key: MediaKey): void {
    this.#order({ do: 'install', memberId, key });
  }

  dropKey(memberId: MemberId, key: KeyName): void {
    this.#order({ do: 'drop', memberId, key });
  }

  forget(memberId: MemberId): void {
    this.#order({ do: 'forget', memberId });
  }

  onNews(listener: (news: FrameNews) => void): () => void {
    return this.#events.on('news', listener);
  }

  close(): void {
    this.#dead = true;
    this.#cancelPings();
    this.#worker.terminate();
    this.#giveUp();
  }

  #transform(task: FrameTask): RTCRtpScriptTransform {
    return new RTCRtpScriptTransform(this.#worker, task);
  }

  #order(order: FrameOrder): void {
    if (!this.#dead) this.#worker.postMessage(order);
  }

  #ping(): void {
    this.#unanswered += 1;
    if (this.#unanswered > (this.#heard ? missedPings : missedFirstPings)) this.#die();
    else this.#order({ do: 'ping' });
  }

  #take(report: FrameReport): void {
    if (this.#dead) return;
    this.#unanswered = 0;
    this.#heard = true;
    switch (report.say) {
      case 'alive':
        this.#counts = report.counts;
        break;
      case 'confirmed':
        this.#waiting.get(report.sender)?.resolve();
        this.#waiting.delete(report.sender);
        break;
      case 'news':
        this.#events.emit('news', report.news);
        break;
    }
  }

  /** Frames have nobody to pass through any more, so none do; the room has to say so. */
  #die(): void {
    if (this.#dead) return;
    this.close();
    this.#events.emit('news', { type: 'died' });
  }

  #giveUp(): void {
    const error = new RpcError('wrong_state', { detail: 'what encrypts has died' });
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
