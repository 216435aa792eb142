import { Readable } from 'node:stream';
import { limits } from '@earshot/protocol';

/** One who watches the feed: a stream of server-sent events, which ends when it is read too slowly. */
export class Watcher {
  readonly stream: Readable;
  /** What they know already: nothing up to here is sent again. */
  readonly #version: number;

  constructor(version: number, onEnd: () => void) {
    this.#version = version;
    this.stream = new Readable({ read() {}, highWaterMark: limits.directoryWatcherQueueBytes });
    this.stream.once('close', onEnd);
    // An end without a goodbye is how most of them end.
    this.stream.on('error', () => {});
  }

  /** @param frame whole events; one that does not fit any more ends the stream. */
  send({ version, bytes }: Frame): void {
    if (version <= this.#version || this.stream.destroyed) return;
    if (this.stream.readableLength + bytes.length > limits.directoryWatcherQueueBytes) this.stream.destroy();
    else this.stream.push(bytes);
  }

  end(): void {
    if (!this.stream.destroyed) this.stream.push(null);
  }
}

/** Something to send, encoded once for all. */
export interface Frame {
  readonly version: number;
  readonly bytes: Buffer;
}

/** An event in the form of the HTML standard, section 9.2.6. */
export function eventFrame(name: string, { version, data }: { version: number; data: unknown }): Frame {
  const text = `event: ${name}\nid: ${version}\ndata: ${JSON.stringify(data)}\n\n`;
  return { version, bytes: Buffer.from(text) };
}

/** Keeps the connection alive, and means nothing. */
export const heartbeat: Frame = { version: Number.POSITIVE_INFINITY, bytes: Buffer.from(': \n\n') };
