import { Agent, get } from 'node:http';
import type { Address } from '../relay/relay.ts';
import { loopbackAddress } from './loopback-address.ts';

/** What people look for: words that few and many rooms have, beginnings, several conditions, nothing at all. */
const queries = [
  '',
  'sort=new',
  'sort=quiet',
  'q=tea',
  'q=Caf%C3%A9',
  'q=t',
  'q=harb&sort=new',
  'q=spanish%20begin',
  'q=night%20garden&language=en',
  'q=%E4%BC%9A%E8%AD%B0',
  'q=nothing-like-it',
  'tag=chess',
  'tag=chess&language=vi&sort=quiet',
  'q=jazz%20records&tag=tea&language=fr&sort=new',
  'q=e%20a%20o&tag=books',
  'q=42&limit=100',
];
const askersAtOnce = 4;
/** Nobody asks more often than the server lets them. */
const askers = 250;

/** Asks the directory so many questions and measures each, from asking to the last byte, in ms. */
export async function searchTimes(server: Address, count: number, signal: AbortSignal): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const times: number[] = [];
  let next = 0;
  const ask = async () => {
    while (next < count) {
      signal.throwIfAborted();
      const number = next;
      next += 1;
      const startMs = performance.now();
      await answer(server, { agent, number });
      times.push(performance.now() - startMs);
    }
  };
  try {
    await Promise.all(Array.from({ length: askersAtOnce }, ask));
  } finally {
    agent.destroy();
  }
  return times;
}

function answer({ host, port }: Address, { agent, number }: { agent: Agent; number: number }): Promise<void> {
  const path = `/api/rooms?${queries[number % queries.length]}`;
  const localAddress = loopbackAddress(2, number % askers);
  return new Promise((resolve, reject) => {
    get({ host, port, path, agent, localAddress }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${response.statusCode}`));
      response.once('error', reject).once('end', resolve).resume();
    }).once('error', reject);
  });
}
