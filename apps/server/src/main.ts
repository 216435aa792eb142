import { networkInterfaces } from 'node:os';
import { type Config, readConfig, type Server, StartError, startServer } from './server.ts';

/** A stop that takes longer than this is cut short. */
const stopWithinMs = 10_000;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);
/** Where the name localhost leads to the server. */
const namesLocalhost: ReadonlySet<string> = new Set([...loopback, '0.0.0.0', '::']);

try {
  const config = readConfig(process.env);
  const server = await startServer(config);
  // A process group hears a signal twice: from its supervisor, and from whoever started it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(server));
  printLinks(server, config);
} catch (error) {
  console.error(`Earshot cannot start. ${explain(error)}`);
  process.exit(1);
}

async function stop(server: Server): Promise<never> {
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  try {
    await server.close();
  } catch (error) {
    console.error('Earshot did not stop in order.', error);
    process.exit(1);
  }
  process.exit(0);
}

function printLinks(server: Server, { host }: Config): void {
  const here = namesLocalhost.has(host) ? `http://localhost:${server.port}` : server.url;
  console.log(`\n  Earshot is ready.\n\n  On this machine   ${here}`);
  for (const address of host === '::' || host === '0.0.0.0' ? networkAddresses() : []) {
    console.log(`  On the network    http://${address}:${server.port}`);
  }
  if (!loopback.has(host)) {
    console.log(
      '\n  Browsers give the microphone to https pages and to localhost only: over plain http on the\n  network people can listen. The README says how to host it.',
    );
  }
  console.log('\n  Ctrl+C stops it.\n');
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}

/** A sentence for what a person can do something about, and the whole of anything else. */
function explain(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  return error instanceof StartError || code !== undefined ? message : (stack ?? message);
}
