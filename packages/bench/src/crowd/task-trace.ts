import type { Browser, CDPSession } from 'playwright-core';

/** What is read of a trace event; times are in microseconds. `tdur` is what a task kept the processor. */
interface TraceEvent {
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Runs `work` and tells how long the busiest task of a page's main thread kept the processor meanwhile. */
export async function traceTasks<Result>(
  browser: Browser,
  work: () => Promise<Result>,
): Promise<{ result: Result; busiestTaskMs: number }> {
  const devtools = await browser.newBrowserCDPSession();
  try {
    const events: TraceEvent[] = [];
    devtools.on('Tracing.dataCollected', ({ value }) => {
      events.push(...(value as unknown as TraceEvent[]).filter(isOfUse));
    });
    await devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
    });
    const result = await work();
    await stop(devtools);
    return { result, busiestTaskMs: busiest(events) };
  } finally {
    await devtools.detach();
  }
}

async function stop(devtools: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
}

function isOfUse({ name }: TraceEvent): boolean {
  return name === 'thread_name' || name.endsWith('RunTask');
}

function busiest(events: readonly TraceEvent[]): number {
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  );
  const tasks = events.filter((event) => event.tdur !== undefined && mains.has(thread(event)));
  if (tasks.length === 0) throw new Error('the trace shows no task of a page');
  return Math.round(tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1_000);
}
