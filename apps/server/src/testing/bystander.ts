import { setTimeout as pause } from 'node:timers/promises';
import type { SignalingClient } from './signaling-client.ts';

/** Well below the rate limit. */
const pingEveryMs = 50;

/** Milliseconds of work that this thread has done so far; other programs on the machine do not count. */
const workedMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/**
 * Keeps a well-behaved member pinging while something goes on around it.
 * @returns the most work, in milliseconds of this thread, that was put before one of its answers.
 */
export async function mostWorkBeforeAnswer(member: SignalingClient, work: Promise<unknown>): Promise<number> {
  let mostMs = 0;
  let working = true;
  const done = work.finally(() => {
    working = false;
  });
  do {
    const askedAtMs = workedMs();
    await member.request('ping', {});
    mostMs = Math.max(mostMs, workedMs() - askedAtMs);
    await Promise.race([done, pause(pingEveryMs)]);
  } while (working);
  await done;
  return mostMs;
}
