import lighthouse, { type RunnerResult } from 'lighthouse';

const categories = ['accessibility', 'performance'] as const;
export type Category = (typeof categories)[number];

export interface Audit {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What costs points, in Lighthouse's words. */
  readonly faults: readonly string[];
  /** Lighthouse's own timings, in ms, by their names there. */
  readonly timings: Readonly<Record<string, number>>;
}

const timings = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];

/**
 * Lighthouse as it comes: a phone (412 x 823, Moto G Power) with a processor four times slower, behind a
 * simulated slow 4G of 150 ms and 1.6 Mbit/s.
 * @param port the DevTools port of a Chromium
 */
export async function audit(
  link: string,
  port: number,
  only: readonly Category[] = categories,
): Promise<Audit> {
  const { lhr } = (await lighthouse(link, {
    port,
    logLevel: 'error',
    onlyCategories: [...only],
  })) as RunnerResult;
  if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    only.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  );
  const weighty = only.flatMap(
    (name) => lhr.categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
  );
  return {
    scores: scores as Record<Category, number>,
    faults: weighty
      .flatMap(({ id }) => lhr.audits[id] ?? [])
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title, displayValue }) => (displayValue ? `${title} (${displayValue})` : title)),
    timings: Object.fromEntries(
      timings.flatMap((name) => {
        const value = lhr.audits[name]?.numericValue;
        return value === undefined ? [] : [[name, Math.round(value)]];
      }),
    ),
  };
}
