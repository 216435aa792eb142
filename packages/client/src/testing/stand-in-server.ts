import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  clientMethods,
  codecFor,
  type Frame,
  type Handlers,
  type JoinResult,
  ownerlessRoomSettings,
  type Puzzle,
  RpcError,
  RpcPeer,
  routerRtpCapabilities,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import { type WebSocket, WebSocketServer } from 'ws';

/** What is known of one client that connected. */
export interface Visitor {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly peer: RpcPeer<ServerMethods, typeof clientMethods>;
  /** Close code and reason, once it is gone. */
  readonly closed: Promise<[code: number, reason: string]>;
}

interface Hello {
  nonce?: string;
  puzzle?: Puzzle;
}

/** A real socket server that speaks the protocol and misbehaves as a test wants it to. */
export class StandInServer {
  readonly visitors: Visitor[] = [];
  readonly #sockets: WebSocketServer;
  #arrived = Promise.withResolvers<void>();

  private constructor(
    sockets: WebSocketServer,
    handlers: Partial<Handlers<ServerMethods>>,
    { nonce, puzzle }: Hello,
  ) {
    this.#sockets = sockets;
    sockets.on('connection', (socket, request) => {
      this.visitors.push(visitor(socket, { request, handlers: { ...refusing, ...handlers } }));
      const hello = {
        jsonrpc: '2.0' as const,
        method: 'hello',
        params: { nonce, ...(puzzle && { puzzle }) },
      };
      if (nonce !== undefined) socket.send(codecFor(socket.protocol)?.encode(hello) ?? '');
      this.#arrived.resolve();
    });
  }

  /**
   * @param handlers what it answers; every other method is refused.
   * @param hello what it says first; without a nonce: nothing.
   */
  static async open(
    handlers: Partial<Handlers<ServerMethods>> = {},
    hello: Hello = {},
  ): Promise<StandInServer> {
    const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(sockets, 'listening');
    return new StandInServer(sockets, handlers, hello);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#sockets.address() as AddressInfo).port}`;
  }

  /** The first client, once it is there. */
  async visitor(): Promise<Visitor> {
    await this.#arrived.promise;
    return this.visitors[0] as Visitor;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }
}

/** An answer to `join` that lets nobody talk, but is well-formed. */
export function joinResult(changes: Partial<JoinResult> = {}): JoinResult {
  const transport = {
    iceParameters: { usernameFragment: 'fragment', password: 'a-password-of-22-letters', iceLite: true },
    iceCandidates: [],
    dtlsParameters: {
      fingerprints: [{ algorithm: 'sha-256' as const, value: Array(32).fill('0A').join(':') }],
    },
  };
  return {
    room: { name: 'lobby', startedAtMs: 1, settings: ownerlessRoomSettings, owned: false },
    self: {
      id: 'me',
      seat: 0,
      name: 'me',
      key: '',
      presence: 'here',
      role: 'speaker',
      microphone: 'off',
      streams: [],
      joinedAtMs: 1,
    },
    returnToken: 'way-back',
    members: [],
    routerRtpCapabilities,
    iceServers: [],
    sendTransport: { id: 'send', ...transport },
    recvTransport: { id: 'recv', ...transport },
    consumers: [],
    ...changes,
  };
}

function refuse(): never {
  throw new RpcError('wrong_state');
}

const refusing: Handlers<ServerMethods> = {
  join: refuse,
  putPrivateRoom: refuse,
  challenge: refuse,
  prove: refuse,
  connectTransport: refuse,
  produce: refuse,
  setProducerPaused: refuse,
  closeProducer: refuse,
  setViews: refuse,
  setHand: refuse,
  setProfile: refuse,
  produceData: refuse,
  consumeData: refuse,
  sendData: refuse,
  chatHistory: refuse,
  setRoomSettings: refuse,
  setRoomModes: refuse,
  setRole: refuse,
  handOver: refuse,
  muteMember: refuse,
  allowToSpeak: refuse,
  askToUnmute: refuse,
  shadowMute: refuse,
  removeMember: refuse,
  banMember: refuse,
  unban: refuse,
  listBans: refuse,
  lowerHands: refuse,
  actionLog: refuse,
  voteToRemove: refuse,
  report: refuse,
  leave: refuse,
  ping: () => ({}),
};

function visitor(
  socket: WebSocket,
  { request, handlers }: { request: IncomingMessage; handlers: Handlers<ServerMethods> },
): Visitor {
  const codec = codecFor(socket.protocol);
  if (!codec) throw new Error(`no codec for ${socket.protocol}`);
  const peer = new RpcPeer({
    codec,
    send: (frame) => socket.send(frame),
    answers: serverMethods,
    handlers,
    asks: clientMethods,
  });
  socket.on('message', (data, isBinary) => {
    peer.receive(isBinary ? (data as Frame) : data.toString());
  });
  const closed = new Promise<[number, string]>((resolve) => {
    socket.on('close', (code, reason) => resolve([code, reason.toString()]));
  });
  return { socket, request, peer, closed };
}
