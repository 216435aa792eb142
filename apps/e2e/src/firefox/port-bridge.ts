import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { NetworkNamespace } from './network-namespace.ts';

/** Runs inside: ties its own input and output to a port there. */
const connectInside = `
const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
socket.on('error', () => process.exit(1));
process.stdin.pipe(socket).pipe(process.stdout);
socket.on('close', () => process.exit(0));`;

/** Leads a port of this machine's loopback to the same port of a namespace's. */
export class PortBridge implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(namespace: NetworkNamespace, port: number) {
    this.#server = createServer((socket) => this.#carry(socket, { namespace, port }));
  }

  static async build(namespace: NetworkNamespace, port: number): Promise<PortBridge> {
    const bridge = new PortBridge(namespace, port);
    bridge.#server.listen(port, '127.0.0.1');
    await once(bridge.#server, 'listening');
    return bridge;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(socket: Socket, { namespace, port }: { namespace: NetworkNamespace; port: number }): void {
    this.#sockets.add(socket);
    const [command = '', ...args] = namespace.command([process.execPath, '-e', connectInside, String(port)]);
    const inside = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const end = () => {
      this.#sockets.delete(socket);
      socket.destroy();
      inside.kill();
    };
    // Either end may go first, and what it still gets is lost on nobody.
    for (const stream of [socket, inside.stdin, inside.stdout]) stream.on('error', end);
    socket.on('close', end);
    inside.on('exit', end);
    inside.on('error', end);
    socket.pipe(inside.stdin);
    inside.stdout.pipe(socket);
  }
}
