import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { codecFor, limits } from '@earshot/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import { addressPrefix } from '../addresses/address-prefix.ts';
import type { TrustedProxies } from '../addresses/trusted-proxies.ts';
import { Connection, socketOptions } from './connection.ts';
import { originAllowed } from './origin.ts';
import { Session } from './session.ts';
import type { SessionContext } from './session-context.ts';

export interface GatewayOptions extends SessionContext {
  allowedOrigins: readonly string[];
  /** What this server is called from outside, such as `talk.example`; empty: whatever each request says. */
  publicHosts: readonly string[];
  trustedProxies: TrustedProxies;
}

/** Lets WebSockets in at `/signal` and gives each a session. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Set<Session>();
  readonly #sockets: WebSocketServer;
  #stopping = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({
      ...socketOptions,
      noServer: true,
      clientTracking: true,
      handleProtocols: (offered) => chooseSubprotocol(offered) ?? false,
    });
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /**
   * Sends out whoever is in, or about to be, as a person for whom this key speaks no more. Who came back into a
   * seat without proving a key may be its holder, and so may those for whom a seat is kept.
   */
  unlink(person: string, key: string): void {
    for (const session of [...this.#sessions]) {
      const proved = session.identity.key;
      const as = session.member?.key;
      const asked = proved === key || proved === '';
      if (as === undefined ? proved === key : asked && as === person) session.close('unlinked');
    }
    for (const room of this.#options.registry.rooms) {
      for (const member of room.hosting.membersOf(person)) if (!member.carrier) room.remove(member, 'lost');
    }
  }

  /** Tells everyone that the server is stopping and waits until their sockets are gone. */
  async close(): Promise<void> {
    this.#stopping = true;
    // Rooms first: nobody needs to hear of each of the others that they left.
    for (const room of this.#options.registry.rooms) room.end('server_stopping');
    for (const session of [...this.#sessions]) session.close('server_stopping');
    await new Promise<void>((resolve) => {
      this.#sockets.close(() => resolve());
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusal(request);
    if (refusal) {
      refuse(socket, refusal);
      return;
    }
    const prefix = this.#prefixOf(request);
    const disconnect = this.#options.guard.connect(prefix ?? '');
    if (!disconnect) {
      refuse(socket, '429 Too Many Requests');
      return;
    }
    socket.once('close', disconnect);
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) =>
      this.#open(webSocket, { request, prefix }),
    );
  }

  #refusal(request: IncomingMessage): string | undefined {
    if (this.#stopping) return '503 Service Unavailable';
    // Not parsed: there are addresses that cannot be, and only this one is right.
    if (request.url?.split('?', 1)[0] !== '/signal') return '404 Not Found';
    if (!originAllowed(request.headers, this.#options.allowedOrigins)) return '403 Forbidden';
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!chooseSubprotocol(offered)) return '400 Bad Request';
    if (this.#sockets.clients.size >= limits.connections) return '503 Service Unavailable';
    return undefined;
  }

  #prefixOf({ headers, socket: { remoteAddress } }: IncomingMessage): string | undefined {
    const forwardedFor = headers['x-forwarded-for'];
    const address = this.#options.trustedProxies.clientAddress({ remoteAddress, forwardedFor });
    return address && addressPrefix(address);
  }

  #open(
    socket: WebSocket,
    { request, prefix }: { request: IncomingMessage; prefix: string | undefined },
  ): void {
    const codec = codecFor(socket.protocol);
    if (!codec) throw new Error(`a subprotocol was accepted that has no codec: ${socket.protocol}`);
    const connection = new Connection({ socket, codec });
    const { publicHosts } = this.#options;
    const hosts = publicHosts.length > 0 ? publicHosts : [request.headers.host?.toLowerCase() ?? ''];
    const session = new Session(connection, this.#options, {
      hosts,
      addressPrefix: prefix,
    });
    this.#sessions.add(session);
    connection.events.on('ended', () => this.#sessions.delete(session));
  }
}

/** Answers and hangs up. The socket is Node's no longer, so its errors and its end are looked after here. */
function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The first of the client's subprotocols that is known here. */
function chooseSubprotocol(offered: Iterable<string>): string | undefined {
  for (const name of offered) if (codecFor(name)) return name;
  return undefined;
}
