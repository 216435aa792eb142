import { type JoinParams, type JoinResult, type PuzzleSolution, RpcError } from '@earshot/protocol';
import type { SignalingLink } from '../signaling-link.ts';
import type { Solver } from './solver.ts';

/** A server that goes on asking after so many puzzles will not let one in. */
const maxPuzzles = 4;

interface AskingOptions {
  solve: Solver;
  signal: AbortSignal | undefined;
  /** How likely the present puzzle was to be solved by now, 0 to 1; undefined: there is none any more. */
  onPuzzle: ((share: number | undefined) => void) | undefined;
}

/**
 * Sends `join`, and does the work that a busy server asks for first. A server that does not take the proof of
 * a key (behind a proxy that renames it, say) lets one in without, unless one wants to own the room.
 * @throws RpcError why one may not come in; the signal's reason
 */
export async function askIn(
  link: SignalingLink,
  params: JoinParams,
  options: AskingOptions,
): Promise<JoinResult> {
  let { puzzle } = link;
  let asked = params;
  for (let puzzles = 0; ; puzzles += 1) {
    const solution = puzzle && (await solved(link, puzzle, options));
    try {
      return await link.request('join', { ...asked, ...(solution && { solution }) });
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (error.error === 'identity_rejected' && asked.identity && !asked.create) {
        const { identity: _refused, ...rest } = asked;
        asked = rest;
        puzzle = undefined;
      } else if (error.puzzle && puzzles < maxPuzzles) puzzle = error.puzzle;
      else throw error;
    }
  }
}

async function solved(
  link: SignalingLink,
  puzzle: NonNullable<SignalingLink['puzzle']>,
  { solve, signal, onPuzzle }: AskingOptions,
): Promise<PuzzleSolution> {
  const lost = new AbortController();
  const unwatch = link.events.on('end', ({ detail }) =>
    lost.abort(new RpcError('connection_lost', { detail })),
  );
  try {
    onPuzzle?.(0);
    const ended = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal;
    return await solve(puzzle, { signal: ended, onProgress: onPuzzle });
  } finally {
    unwatch();
    onPuzzle?.(undefined);
  }
}
