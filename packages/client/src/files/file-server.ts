import { type FileFrame, limits, type MemberId, RpcError } from '@earshot/protocol';
import type { OfferedFiles } from './offered-files.ts';

/** Parts that one member may have asked for and not got yet. */
const maxReadsEach = 16;
/** Members who fetch at once; more wait for a place. */
const maxReaders = 32;

/** A part that was asked for: read as a whole, since each look into a file takes a browser its time. */
interface Read {
  readonly id: string;
  readonly from: number;
  readonly length: number;
  bytes?: Uint8Array<ArrayBuffer>;
  sent: number;
}

interface FileServerOptions {
  files: OfferedFiles;
  /** Resolves when the server has taken it. @throws RpcError where it cannot be passed on */
  send(to: MemberId, frame: FileFrame): Promise<void>;
  /** Resolves when there is room for more: what people write must not wait behind a file. */
  room(): Promise<void>;
}

/** Sends the parts of files that others ask for, one chunk to each of them in turn. */
export class FileServer {
  readonly #options: FileServerOptions;
  readonly #reads = new Map<MemberId, Read[]>();
  #running = false;

  constructor(options: FileServerOptions) {
    this.#options = options;
  }

  take(from: MemberId, frame: FileFrame): void {
    if (frame.do === 'stop') this.#drop(from, frame.id);
    if (frame.do !== 'read') return;
    const sizeBytes = this.#options.files.sizeOf(frame.id);
    if (sizeBytes === undefined || frame.from >= sizeBytes) {
      this.#options.send(from, { do: 'gone', id: frame.id }).catch(() => {});
      return;
    }
    const reads = this.#reads.get(from) ?? [];
    if (reads.length >= maxReadsEach) return;
    if (!this.#reads.has(from) && this.#reads.size >= maxReaders) return;
    this.#reads.set(from, reads);
    // Who asks for the same part again has not got it.
    const { id, from: start } = frame;
    reads.push({ id, from: start, length: Math.min(frame.length, sizeBytes - start), sent: 0 });
    void this.#run();
  }

  /** They are gone. */
  forget(member: MemberId): void {
    this.#reads.delete(member);
  }

  clear(): void {
    this.#reads.clear();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#reads.size > 0) {
        for (const to of [...this.#reads.keys()]) {
          await this.#options.room();
          await this.#sendOne(to);
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #sendOne(to: MemberId): Promise<void> {
    const read = this.#reads.get(to)?.[0];
    if (!read) return;
    const { id, from } = read;
    try {
      read.bytes ??= await this.#options.files.read(id, from, read.length);
      if (this.#reads.get(to)?.[0] !== read) return;
      const at = from + read.sent;
      const bytes = read.bytes.subarray(read.sent, read.sent + limits.fileChunkBytes);
      read.sent += bytes.length;
      if (read.sent >= read.length || bytes.length === 0) this.#shift(to);
      // What could not be passed on is asked for again, from there.
      this.#options.send(to, { do: 'bytes', id, at, bytes }).catch(() => this.#drop(to, id));
    } catch (error) {
      this.#drop(to, id);
      if (!(error instanceof RpcError)) throw error;
      this.#options.send(to, { do: 'gone', id }).catch(() => {});
    }
  }

  /** The first part is sent: who waits for none has no place any more. */
  #shift(to: MemberId): void {
    const reads = this.#reads.get(to);
    reads?.shift();
    if (reads?.length === 0) this.#reads.delete(to);
  }

  #drop(to: MemberId, id: string): void {
    const left = (this.#reads.get(to) ?? []).filter((read) => read.id !== id);
    if (left.length > 0) this.#reads.set(to, left);
    else this.#reads.delete(to);
  }
}
