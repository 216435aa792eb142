import { percentile } from '../percentile.ts';

/** What one stretch of time cost a page. */
export interface PageLoad {
  /** Of the main thread, above 50 ms each (the Long Tasks API counts no others), in ms. */
  readonly longTasks: readonly number[];
  /** Between pictures, in ms. */
  readonly frames: readonly number[];
}

/** What watching needs of a page, be it Playwright's or another driver's. */
export interface WatchablePage {
  evaluate<Result, Argument>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/** Watches a page's main thread for `windowMs`. */
export function watchLoad(page: WatchablePage, windowMs: number): Promise<PageLoad> {
  return page.evaluate(watch, windowMs);
}

export function longest({ longTasks }: PageLoad): number {
  return Math.round(Math.max(0, ...longTasks));
}

export function frameP95({ frames }: PageLoad): number {
  return Math.round(percentile(frames, 95));
}

/** Runs in the page. */
async function watch(windowMs: number): Promise<{ longTasks: number[]; frames: number[] }> {
  const longTasks: number[] = [];
  const frames: number[] = [];
  const take = (list: PerformanceObserverEntryList) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  const observer = new PerformanceObserver(take);
  observer.observe({ type: 'longtask' });
  const endMs = performance.now() + windowMs;
  await new Promise<void>((resolve) => {
    let lastMs: number | undefined;
    const frame = (nowMs: number) => {
      if (lastMs !== undefined) frames.push(nowMs - lastMs);
      lastMs = nowMs;
      if (nowMs < endMs) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  // A task is told after it has ended.
  await new Promise((resolve) => setTimeout(resolve, 200));
  longTasks.push(...observer.takeRecords().map(({ duration }) => duration));
  observer.disconnect();
  return { longTasks, frames };
}
