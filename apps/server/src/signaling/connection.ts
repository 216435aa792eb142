import { Emitter } from '@earshot/lifetime';
import { type CloseName, type Codec, closeCodes, type Frame, limits } from '@earshot/protocol';
import type { RawData, WebSocket } from 'ws';

/** Bounds that ws keeps by itself, before a frame is whole. */
export const socketOptions = {
  maxPayload: limits.frameBytes,
  /** Pieces of one message, and reads that one frame may take: each costs memory beside its bytes. */
  maxFragments: 256,
  maxBufferedChunks: 4_096,
  /** How long a closing client may take to say goodbye before the socket is cut. */
  closeTimeout: 2_000,
  /** Pongs are sent by the connection, within its bounds. */
  autoPong: false,
  perMessageDeflate: false,
};

interface ConnectionEvents {
  frame: [frame: Frame];
  /** A ping or pong of WebSocket's own; it needs no answer any more. */
  control: [];
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
  #frameBytes: number = limits.frameBytesBeforeJoin;
  #closing: CloseName | undefined;

  constructor(options: { socket: WebSocket; codec: Codec }) {
    this.codec = options.codec;
    this.#socket = options.socket;
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    this.#socket.on('ping', (data) => this.#pinged(data));
    this.#socket.on('pong', () => this.events.emit('control'));
    this.#socket.once('close', (code) => {
      if (!this.#closing) this.events.emit('ended', { code, name: undefined });
    });
    // ws has sent the fitting close code by then and reads no more, but would wait for the client's.
    this.#socket.on('error', (error: NodeJS.ErrnoException) =>
      this.close(error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'frame_too_large' : 'malformed'),
    );
  }

  /** From now on frames may be as large as a member's. */
  allowLargeFrames(): void {
    this.#frameBytes = limits.frameBytes;
  }

  /** What was sent and still stands in line. */
  get waitingBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: Frame): void {
    if (this.#closing || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(frame);
    this.#bound();
  }

  close(name: CloseName): void {
    if (this.#closing) return;
    this.#closing = name;
    this.#socket.close(closeCodes[name].code, name);
    this.events.emit('ended', { code: closeCodes[name].code, name });
  }

  #pinged(data: Buffer): void {
    if (this.#closing) return;
    this.#socket.pong(data);
    this.#bound();
    this.events.emit('control');
  }

  #bound(): void {
    if (this.waitingBytes > limits.outboundQueueBytes) this.close('too_slow');
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    const bytes = data as Buffer;
    if (isBinary !== this.codec.binary) this.close('wrong_frame_type');
    else if (bytes.byteLength > this.#frameBytes) this.close('frame_too_large');
    else this.events.emit('frame', isBinary ? (bytes as Uint8Array<ArrayBuffer>) : bytes.toString('utf8'));
  }
}
