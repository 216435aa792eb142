import { createHash } from 'node:crypto';
import {
  type ClientMethods,
  clientMethods,
  type Frame,
  type JoinParams,
  type JoinResult,
  msgpackCodec,
  RpcError,
  RpcPeer,
  routerRtpCapabilities,
  type ServerMethods,
  serverMethods,
  solvePuzzle,
} from '@earshot/protocol';

/** Node's own WebSocket takes headers, which the browsers' types do not know of. */
type SocketMaker = new (
  url: string,
  init: { protocols: string[]; headers: Record<string, string> },
) => WebSocket;

const openWithinMs = 20_000;

/** Somebody with nothing but a socket, from an address of their own as a trusted proxy tells it. */
export class Visitor {
  readonly #socket: WebSocket;
  readonly #peer: RpcPeer<ClientMethods, ServerMethods>;
  #puzzles = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#peer = new RpcPeer({
      codec: msgpackCodec,
      send: (frame) => socket.readyState === WebSocket.OPEN && socket.send(frame),
      answers: clientMethods,
      handlers: { ping: () => ({}) },
      asks: serverMethods,
      onNotification: () => {},
    });
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => this.#peer.receive(new Uint8Array(data as ArrayBuffer) as Frame);
    socket.onclose = () => this.#peer.close();
  }

  /** @throws Error where the connection is refused */
  static async from(address: string, server: string): Promise<Visitor> {
    const Maker = WebSocket as unknown as SocketMaker;
    const socket = new Maker(`${server.replace(/^http/, 'ws')}/signal`, {
      protocols: [msgpackCodec.subprotocol],
      headers: { origin: server, 'x-forwarded-for': address },
    });
    const visitor = new Visitor(socket);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the connection did not open')), openWithinMs);
      socket.onopen = () => resolve(clearTimeout(late));
      socket.onerror = () => reject(new Error('the connection was refused'));
    });
    return visitor;
  }

  /** How many puzzles it took. */
  get puzzles(): number {
    return this.#puzzles;
  }

  /** Joins once; `works`: does the work that is asked for, as the client library does. @throws RpcError */
  async join(room: string, { works }: { works: boolean }): Promise<JoinResult> {
    let solution: JoinParams['solution'];
    for (;;) {
      try {
        return await this.#peer.request('join', {
          room,
          name: 'Visitor',
          rtpCapabilities: routerRtpCapabilities,
          ...(solution && { solution }),
        });
      } catch (error) {
        if (!works || !(error instanceof RpcError) || !error.puzzle) throw error;
        this.#puzzles += 1;
        solution = await solvePuzzle(error.puzzle, {
          sha256: (bytes) => createHash('sha256').update(bytes).digest(),
          nowMs: () => performance.now(),
          pause: () => new Promise((resolve) => setImmediate(resolve)),
        });
      }
    }
  }

  request: RpcPeer<ClientMethods, ServerMethods>['request'] = (...args) => this.#peer.request(...args);

  close(): void {
    this.#socket.close();
  }
}
