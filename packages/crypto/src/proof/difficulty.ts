import { privateLimits } from '../limits.ts';

/** How things stand in a room when somebody asks for a nonce. */
export interface Pressure {
  /** Wrong proofs in this room within the last minute. */
  readonly failuresLastMinute: number;
  /** Proofs that wait to be checked. */
  readonly waiting: number;
}

/** How many zero bits the next puzzle asks for: one more for each few failures, and for each few who wait. */
export function puzzleBits({ failuresLastMinute, waiting }: Pressure): number {
  const { puzzleBitsMin, puzzleBitsMax, failuresPerPuzzleBit } = privateLimits;
  const more =
    Math.floor(failuresLastMinute / failuresPerPuzzleBit) + Math.floor(waiting / failuresPerPuzzleBit);
  return Math.min(puzzleBitsMin + more, puzzleBitsMax);
}
