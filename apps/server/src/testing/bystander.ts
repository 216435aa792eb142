import { setTimeout as pause } from 'node:timers/promises';
import type { SignalingClient } from './signaling-client.ts';

/** Well below the rate limit. */
const pingEveryMs = 50;

/**
 * Keeps a well-behaved member pinging while something goes on around it.
 * @returns the longest it had to wait for an answer, in milliseconds.
 */
export async function longestWaitWhile(member: SignalingClient, work: Promise<unknown>): Promise<number> {
  let longestMs = 0;
  let working = true;
  const done = work.finally(() => {
    working = false;
  });
  do {
    const askedAtMs = performance.now();
    await member.request('ping', {});
    longestMs = Math.max(longestMs, performance.now() - askedAtMs);
    await Promise.race([done, pause(pingEveryMs)]);
  } while (working);
  await done;
  return longestMs;
}
