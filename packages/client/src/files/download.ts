import { type CancelTimer, type Clock, Emitter } from '@earshot/lifetime';
import { type ErrorName, type FileFrame, type FileOffer, limits, RpcError } from '@earshot/protocol';
import { callOut } from '../snapshot-store.ts';
import type { Transfer, TransferSnapshot } from './room-files.ts';
import { openSha256, type Sha256 } from './sha256.ts';

/** Nothing came for this long: it is asked for again, from where it stopped. */
const askAgainAfterMs = 4_000;
const tellEveryMs = 200;
/** Small pieces are joined so that a browser may keep them out of the page's memory. */
const partBytes = 4_194_304;

export interface DownloadOptions {
  clock: Clock;
  offer: FileOffer;
  /** Asks the owner, wherever they are. @returns whether they are there */
  ask(frame: FileFrame): boolean;
  /** How many bytes may be under way at once now; 0: wait. */
  window(): number;
  onEnd(): void;
}

/** A file that is fetched: asks for one part after the other, from the byte it has arrived at. */
export class Download implements Transfer {
  readonly #options: DownloadOptions;
  readonly #events = new Emitter<{ change: [] }>();
  readonly #parts: Blob[] = [];
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #chunkBytes = 0;
  #received = 0;
  /** Up to where the owner has been asked. */
  #asked = 0;
  /** The first gap that was seen has been asked for. */
  #gapAt = -1;
  #hash: Sha256 | undefined;
  #snapshot: TransferSnapshot;
  #cancelSilence: CancelTimer | undefined;
  #cancelTelling: CancelTimer | undefined;
  #heardAtMs: number;

  constructor(options: DownloadOptions) {
    this.#options = options;
    this.#heardAtMs = options.clock.nowMs();
    this.#snapshot = { at: 'waiting', receivedBytes: 0, totalBytes: options.offer.sizeBytes };
    openSha256().then(
      (hash) => {
        if (this.ended) return;
        this.#hash = hash;
        if (options.offer.sizeBytes === 0) this.#finish();
        else this.resume();
      },
      () => this.fail('connection_lost'),
    );
  }

  get snapshot(): TransferSnapshot {
    return this.#snapshot;
  }

  get offer(): FileOffer {
    return this.#options.offer;
  }

  get ended(): boolean {
    return ['done', 'failed', 'cancelled'].includes(this.#snapshot.at);
  }

  subscribe(listener: () => void): () => void {
    return this.#events.on('change', listener);
  }

  cancel(): void {
    if (this.ended) return;
    this.#options.ask({ do: 'stop', id: this.offer.id });
    this.#end({ at: 'cancelled' });
  }

  fail(error: ErrorName): void {
    if (!this.ended) this.#end({ at: 'failed', error: new RpcError(error) });
  }

  /** The way to the owner broke. What was asked for may never come. */
  pause(): void {
    if (this.ended) return;
    this.#cancelSilence?.();
    this.#show({ at: 'paused' });
    this.#watch();
  }

  /** Asks, or asks again, from the byte it has arrived at. */
  resume(): void {
    if (this.ended || !this.#hash) return;
    this.#asked = this.#received;
    this.#askOn();
    this.#watch();
  }

  /** There may be more room than before. */
  askOn(): void {
    if (!this.ended && this.#hash) this.#askOn();
  }

  /** Bytes that came. Those that leave a gap say that something was lost on the way. */
  take(at: number, bytes: Uint8Array): void {
    if (this.ended || !this.#hash) return;
    if (at > this.#received && this.#gapAt !== this.#received) {
      this.#gapAt = this.#received;
      this.resume();
    }
    if (at === this.#received && bytes.length > 0) this.#accept(bytes, this.#hash);
  }

  /** Lets go of everything, without a word. */
  close(): void {
    this.#cancelSilence?.();
    this.#cancelTelling?.();
  }

  #askOn(): void {
    const { sizeBytes, id } = this.offer;
    const upTo = Math.min(sizeBytes, this.#received + this.#options.window());
    while (this.#asked < upTo) {
      const length = Math.min(limits.fileReadBytes, sizeBytes - this.#asked);
      // Small rests would cost a request each.
      if (this.#asked + length > upTo && this.#asked > this.#received) return;
      if (!this.#options.ask({ do: 'read', id, from: this.#asked, length })) return;
      this.#asked += length;
    }
  }

  #watch(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = this.#options.clock.after(askAgainAfterMs, () => {
      if (this.#options.clock.nowMs() - this.#heardAtMs > limits.fileSilenceMs) {
        this.fail('file_gone');
        return;
      }
      if (this.#snapshot.at === 'moving') this.#show({ at: 'paused' });
      this.resume();
    });
  }

  #accept(bytes: Uint8Array, hash: Sha256): void {
    if (this.#received + bytes.length > this.offer.sizeBytes) {
      this.fail('file_changed');
      return;
    }
    hash.update(bytes);
    this.#keep(bytes);
    this.#heardAtMs = this.#options.clock.nowMs();
    if (this.#received === this.offer.sizeBytes) {
      this.#finish();
      return;
    }
    this.#askOn();
    this.#watch();
    if (this.#snapshot.at === 'moving') this.#showSoon();
    else this.#show({ at: 'moving' });
  }

  #keep(bytes: Uint8Array): void {
    // A copy: the bytes are a view of a packet with others in it.
    this.#chunks.push(new Uint8Array(bytes));
    this.#received += bytes.length;
    this.#chunkBytes += bytes.length;
    if (this.#chunkBytes >= partBytes) this.#join();
  }

  #join(): void {
    this.#parts.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#chunkBytes = 0;
  }

  #finish(): void {
    if (this.#hash?.digest() !== this.offer.sha256) {
      this.fail('file_changed');
      return;
    }
    this.#join();
    this.#end({ at: 'done', blob: new Blob(this.#parts, { type: 'application/octet-stream' }) });
  }

  #end(end: Pick<TransferSnapshot, 'at' | 'blob' | 'error'>): void {
    this.close();
    this.#parts.length = 0;
    this.#chunks = [];
    this.#show(end);
    this.#options.onEnd();
  }

  #showSoon(): void {
    this.#cancelTelling ??= this.#options.clock.after(tellEveryMs, () =>
      this.#show({ at: this.#snapshot.at }),
    );
  }

  #show(next: Pick<TransferSnapshot, 'at' | 'blob' | 'error'>): void {
    this.#cancelTelling?.();
    this.#cancelTelling = undefined;
    this.#snapshot = { ...next, receivedBytes: this.#received, totalBytes: this.offer.sizeBytes };
    callOut(() => this.#events.emit('change'));
  }
}
