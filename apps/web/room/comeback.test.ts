import { expect, jest, test } from '@jest/globals';
import { Comeback, patienceMs, pauseBeforeMs, type Try } from './comeback.ts';

const lost: Try<string> = { failed: 'for_now', why: 'no network' };
const refused: Try<string> = { failed: 'for_good', why: 'refused' };

function setUp(outcomes: Try<string>[]) {
  let [now, tries] = [0, 0];
  const comeback = new Comeback<string>({
    attempt: async () => {
      now += 1_000;
      tries += 1;
      return outcomes[Math.min(tries, outcomes.length) - 1] as Try<string>;
    },
    random: () => 0,
    nowMs: () => now,
  });
  return { comeback, tries: () => tries };
}

test('pauses grow, stay bounded, and are drawn from the whole of their span', () => {
  const longest = [0, 1, 2, 3, 4, 5, 50].map((tries) => pauseBeforeMs(tries, () => 1));
  expect(longest).toEqual([1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]);
  expect(pauseBeforeMs(3, () => 0.25)).toBe(1_250);
});

test('tries until it works', async () => {
  const { comeback, tries } = setUp([lost, lost, { came: 'in' }]);
  expect(await comeback.run()).toEqual({ came: 'in' });
  expect(tries()).toBe(3);
});

test('a refusal is final', async () => {
  const { comeback, tries } = setUp([lost, refused]);
  expect(await comeback.run()).toEqual(refused);
  expect(tries()).toBe(2);
});

test('gives up when it takes too long, and says why the last try failed', async () => {
  const { comeback, tries } = setUp([lost]);
  expect(await comeback.run()).toEqual(lost);
  expect(tries()).toBe(patienceMs / 1_000 + 1);
});

test('ends at once when nobody wants it any more, in a pause as in a try', async () => {
  const attempt = jest.fn(async (): Promise<Try<string>> => lost);
  const waiting = new Comeback({ attempt, random: () => 1 });
  const waited = waiting.run();
  waiting.end();
  expect(await waited).toBeUndefined();
  expect(attempt).not.toHaveBeenCalled();

  const under = Promise.withResolvers<Try<string>>();
  const trying = new Comeback({ attempt: () => under.promise, random: () => 0 });
  const tried = trying.run();
  trying.end();
  under.resolve({ came: 'too late' });
  expect(await tried).toBeUndefined();
});

test('hurrying cuts the pause short', async () => {
  const comeback = new Comeback({ attempt: async () => ({ came: 'in' }), random: () => 1 });
  const coming = comeback.run();
  comeback.hurry();
  expect(await coming).toEqual({ came: 'in' });
});
