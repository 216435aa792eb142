import { get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Address } from '../relay/relay.ts';
import { loopbackAddress } from './loopback-address.ts';

/** A thread of watchers: reading for a thousand must not slow down what is measured beside it. */
const { server, watchers } = workerData as { server: Address; watchers: number };
const perAddress = 50;

/** Of each event, when the first watcher had it and when the last one of those that had it so far. */
const heard = new Map<string, { firstMs: number; lastMs: number; count: number }>();
let bytes = 0;

function hear(id: string): void {
  const nowMs = performance.now();
  const one = heard.get(id);
  if (!one) heard.set(id, { firstMs: nowMs, lastMs: nowMs, count: 1 });
  else {
    one.lastMs = nowMs;
    one.count += 1;
  }
}

function watch(number: number): Promise<void> {
  const localAddress = loopbackAddress(3, Math.floor(number / perAddress));
  return new Promise((resolve, reject) => {
    get({ ...server, path: '/api/rooms/live', agent: false, localAddress }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a watcher got ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        bytes += text.length;
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const [, id] = /^event: change\nid: (\d+)/.exec(event) ?? [];
          if (id) hear(id);
        }
      });
      response.once('close', () => reject(new Error('a watcher was closed')));
      resolve();
    }).once('error', reject);
  });
}

for (let number = 0; number < watchers; number += perAddress) {
  await Promise.all(Array.from({ length: perAddress }, (_, at) => watch(number + at)));
}
parentPort?.on('message', (question: 'begin' | 'end') => {
  if (question === 'begin') {
    heard.clear();
    bytes = 0;
    return;
  }
  const spreads = [...heard.values()]
    .filter(({ count }) => count === watchers)
    .map(({ firstMs, lastMs }) => lastMs - firstMs);
  parentPort?.postMessage({ events: heard.size, spreads, bytes });
});
parentPort?.postMessage('watching');
