import type { Report } from './news.ts';

export type Bring = {
  /** An empty directory to work in; it is removed afterwards. */
  scratch: string;
  /** A directory to work in that outlives an interruption, so that a build goes on where it stopped. */
  workshop: string;
  report: Report;
  signal: AbortSignal;
};

/** One way to get a worker binary. */
export type WorkerSource = {
  /** As it follows "trying": `the prebuilt worker`. */
  name: string;
  /** Answers the path of the binary. @throws SetupError where this way is closed. */
  bring(bring: Bring): Promise<string>;
};
