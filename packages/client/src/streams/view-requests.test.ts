import { ManualClock } from '@earshot/lifetime';
import { limits, type View } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { ViewRequests } from './view-requests.ts';

const view = (producerId: string, layer = 0): View => ({ producerId, layer });
const settled = () => new Promise(setImmediate);

function telling(answer: () => Promise<unknown> = async () => {}) {
  const clock = new ManualClock();
  const told: string[] = [];
  const requests = new ViewRequests({
    request: (views) => {
      told.push(views.map(({ producerId, layer }) => `${producerId}${layer}`).join(' '));
      return answer();
    },
    clock,
  });
  return { clock, told, requests };
}

test('the first word goes at once, and of those within a moment the last', async () => {
  const { clock, told, requests } = telling();
  requests.set([view('a')]);
  await settled();
  requests.set([view('b')]);
  requests.set([view('c'), view('b', 2)]);
  await settled();
  expect(told).toEqual(['a0']);
  clock.advance(1_000);
  await settled();
  expect(told).toEqual(['a0', 'b2 c0']);
});

test('however often it is called, it stays below what the server allows', async () => {
  const { clock, told, requests } = telling();
  for (let step = 0; step < 1_000; step++) {
    requests.set([view('a', step % 3)]);
    clock.advance(10);
    await settled();
  }
  expect(told.length).toBeGreaterThan(20);
  expect(told.length).toBeLessThan(10 * limits.viewChangesPerSecond);
});

test('says nothing twice, and nothing of what was taken back meanwhile', async () => {
  const { clock, told, requests } = telling();
  requests.set([]);
  requests.set([view('a')]);
  requests.set([view('a')]);
  await settled();
  requests.set([view('b')]);
  requests.set([view('a')]);
  clock.advance(5_000);
  await settled();
  expect(told).toEqual(['a0']);
});

test('what was refused is said again a little later, as it is then', async () => {
  let refuses = true;
  const { clock, told, requests } = telling(() =>
    refuses ? Promise.reject(new Error()) : Promise.resolve(),
  );
  requests.set([view('a')]);
  await settled();
  requests.set([view('b')]);
  refuses = false;
  clock.advance(1_000);
  await settled();
  expect(told).toEqual(['a0', 'b0']);
});

test('after its end it says nothing more', async () => {
  const { clock, told, requests } = telling();
  requests.set([view('a')]);
  await settled();
  requests.set([view('b')]);
  requests.close();
  clock.advance(5_000);
  await settled();
  expect(told).toEqual(['a0']);
  expect(clock.pendingTimers).toBe(0);
});
