import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

interface Seen {
  /** When the watch began. */
  readonly beforeMib: number;
  /** The most there was at once since then. */
  readonly peakMib: number;
}

/**
 * How much memory the renderers of a Chromium take while something happens, as the kernel counts it (proc(5): `VmRSS`,
 * and `VmHWM` after it was set back): nothing is missed between two looks. Linux only.
 */
export class RendererMemory {
  readonly #pids: readonly number[];

  private constructor(pids: readonly number[]) {
    this.#pids = pids;
  }

  static async of(browser: Browser): Promise<RendererMemory> {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    return new RendererMemory(renderers.filter((pid) => existsSync(`/proc/${pid}/status`)));
  }

  /** Of the renderer that grew most while `work` was done. */
  async during<T>(work: () => Promise<T>): Promise<Seen & { result: T }> {
    for (const pid of this.#pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const before = this.#pids.map((pid) => mib(pid, 'VmRSS'));
    const result = await work();
    const seen = this.#pids.map((pid, at) => ({ beforeMib: before[at] ?? 0, peakMib: mib(pid, 'VmHWM') }));
    const [most = { beforeMib: 0, peakMib: 0 }] = seen.toSorted((one, other) => growth(other) - growth(one));
    return { ...most, result };
  }
}

const growth = ({ beforeMib, peakMib }: Seen) => peakMib - beforeMib;

function mib(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const [, kib = '0'] =
    new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
}
