import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const maxTries = 20;

/** A port of 127.0.0.1 that is free for TCP and UDP just now. Another process may take it the next moment. */
export async function freePort(): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const tcp = createServer().listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4');
    try {
      udp.bind(port, '127.0.0.1');
      await once(udp, 'listening');
      udp.close();
      return port;
    } catch (error) {
      if (tries === maxTries) throw error;
    } finally {
      tcp.close();
      await once(tcp, 'close');
    }
  }
}
