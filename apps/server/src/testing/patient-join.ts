import { type JoinParams, RpcError } from '@earshot/protocol';
import type { SignalingClient } from './signaling-client.ts';
import { solve } from './solve.ts';

/** Joins as the client library does, working for it where that is asked for; tells what it took. */
export async function joinPatiently(
  client: SignalingClient,
  room: string,
): Promise<{ puzzles: number; bits: number }> {
  let bits = 0;
  let changes: Partial<JoinParams> = {};
  for (let puzzles = 0; ; puzzles++) {
    try {
      await client.join(room, changes);
      return { puzzles, bits };
    } catch (error) {
      if (!(error instanceof RpcError) || !error.puzzle) throw error;
      bits = error.puzzle.bits;
      changes = { solution: await solve(error.puzzle) };
    }
  }
}
