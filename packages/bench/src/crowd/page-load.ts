import type { Browser, Page } from 'playwright-core';
import { percentile } from '../percentile.ts';
import { traceTasks } from './task-trace.ts';

/** What one stretch of time cost a page. */
export interface PageLoad {
  /** Of the main thread, above 50 ms each (the Long Tasks API counts no others), in ms. */
  readonly longTasks: readonly number[];
  /** Between pictures, in ms. */
  readonly frames: readonly number[];
  /**
   * The most that one task of the main thread kept the processor, in ms. Other than by the clock, the time in
   * which a busy machine let the task wait does not count.
   */
  readonly busiestTaskMs: number;
}

/** Watches a page's main thread for `windowMs`. */
export async function watchLoad(browser: Browser, page: Page, windowMs: number): Promise<PageLoad> {
  const { result, busiestTaskMs } = await traceTasks(browser, () => page.evaluate(watch, windowMs));
  return { ...result, busiestTaskMs };
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
  const observer = new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  });
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
  observer.disconnect();
  return { longTasks, frames };
}
