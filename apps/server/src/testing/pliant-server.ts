import { limits } from '@earshot/protocol';
import { readConfig, startServer } from '../server.ts';

/**
 * A server whose limits bend at the word of the process that started it, for journeys that cannot wait a minute
 * or bring a crowd: each message is an object of limits by their names. The line that it prints first is that of
 * `main.ts`.
 */
process.on('message', (changes: Readonly<Record<string, number>>) => {
  const unknown = Object.keys(changes).find((name) => !(name in limits));
  if (unknown !== undefined) throw new TypeError(`no limit is called ${unknown}`);
  Object.assign(limits, changes);
  process.send?.('bent');
});
const server = await startServer(readConfig(process.env));
console.log(`Earshot is at http://localhost:${server.port}`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
// Whoever started it is gone.
process.once('disconnect', () => process.exit(0));
