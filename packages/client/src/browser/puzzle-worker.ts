import type { Puzzle, PuzzleSolution } from '@earshot/protocol';
import { solveHere } from '../puzzles/solve-here.ts';

/** More often nobody has to know how far it is. */
const tellEveryMs = 100;

/** What comes out of this worker. */
export type PuzzleNews = { progress: number } | { solution: PuzzleSolution };

addEventListener('message', ({ data }: MessageEvent<Puzzle>) => {
  const tell = (news: PuzzleNews) => postMessage(news);
  // What goes wrong here is an error of the worker, and the page does the work by itself.
  let toldAtMs = 0;
  const onProgress = (progress: number) => {
    if (performance.now() - toldAtMs < tellEveryMs) return;
    toldAtMs = performance.now();
    tell({ progress });
  };
  void solveHere(data, { onProgress }).then((solution) => tell({ solution }));
});
