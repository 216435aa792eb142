import { type Clock, Emitter } from '@earshot/lifetime';
import { type CloseName, type Codec, closeCodes, type Frame, limits } from '@earshot/protocol';
import type { RawData, WebSocket } from 'ws';

/** How long a closing client may take to say goodbye before the socket is cut. */
const closeGraceMs = 2_000;

interface ConnectionEvents {
  frame: [frame: Frame];
  /** Nothing comes or goes any more. `name` is there where this side ended it. Emitted once. */
  ended: [why: { code: number; name: CloseName | undefined }];
}

/**
 * One WebSocket: frames in and out, with their type and size checked and the outbound queue bounded. It
 * knows nothing of what the frames say.
 */
export class Connection {
  readonly codec: Codec;
  readonly events = new Emitter<ConnectionEvents>();
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #frameBytes: number = limits.frameBytesBeforeJoin;
  #closing: CloseName | undefined;

  constructor(options: { socket: WebSocket; codec: Codec; clock: Clock }) {
    this.codec = options.codec;
    this.#socket = options.socket;
    this.#clock = options.clock;
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    this.#socket.once('close', (code) => {
      if (!this.#closing) this.events.emit('ended', { code, name: undefined });
    });
    // ws closes by itself after an error, with the fitting code, and 'close' follows.
    this.#socket.on('error', () => {});
  }

  /** From now on frames may be as large as a member's. */
  allowLargeFrames(): void {
    this.#frameBytes = limits.frameBytes;
  }

  send(frame: Frame): void {
    if (this.#closing || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(frame);
    if (this.#socket.bufferedAmount > limits.outboundQueueBytes) this.close('too_slow');
  }

  close(name: CloseName): void {
    if (this.#closing) return;
    this.#closing = name;
    this.#socket.close(closeCodes[name].code, name);
    const cancel = this.#clock.after(closeGraceMs, () => this.#socket.terminate());
    this.#socket.once('close', cancel);
    this.events.emit('ended', { code: closeCodes[name].code, name });
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    const bytes = data as Buffer;
    if (isBinary !== this.codec.binary) this.close('wrong_frame_type');
    else if (bytes.byteLength > this.#frameBytes) this.close('frame_too_large');
    else this.events.emit('frame', isBinary ? (bytes as Uint8Array<ArrayBuffer>) : bytes.toString('utf8'));
  }
}
