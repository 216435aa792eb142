import type { Puzzle, PuzzleSolution } from '@earshot/protocol';

export interface Solving {
  signal?: AbortSignal | undefined;
  /** How likely it was to be done by now, 0 to 1; now and then. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Does the work that a server asks for. @throws the signal's reason when it aborts */
export type Solver = (puzzle: Puzzle, solving?: Solving) => Promise<PuzzleSolution>;
