import { expect, test } from '@jest/globals';
import { keepAwake } from './wake-lock.ts';

class Page {
  visibilityState: DocumentVisibilityState = 'visible';
  readonly listeners = new Set<() => void>();
  addEventListener(_type: string, listener: () => void) {
    this.listeners.add(listener);
  }
  removeEventListener(_type: string, listener: () => void) {
    this.listeners.delete(listener);
  }
  turn(state: DocumentVisibilityState) {
    this.visibilityState = state;
    for (const listener of this.listeners) listener();
  }
}

function locks({ refuse = false } = {}) {
  const log: string[] = [];
  return {
    log,
    async request() {
      log.push('taken');
      if (refuse) throw new DOMException('low battery', 'NotAllowedError');
      return { release: async () => void log.push('released') };
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('takes the lock, takes it again when the page comes back, and lets it go at the end', async () => {
  const page = new Page();
  const browser = locks();
  const stop = keepAwake(browser, page);
  page.turn('hidden');
  expect(browser.log).toEqual(['taken']);
  page.turn('visible');
  await settled();
  expect(browser.log).toEqual(['taken', 'taken', 'released']);
  stop();
  await settled();
  expect(browser.log).toEqual(['taken', 'taken', 'released', 'released']);
  expect(page.listeners.size).toBe(0);
});

test('a hidden page takes none yet, and one that is refused is no error', async () => {
  const page = new Page();
  page.visibilityState = 'hidden';
  const browser = locks({ refuse: true });
  const stop = keepAwake(browser, page);
  expect(browser.log).toEqual([]);
  page.turn('visible');
  stop();
  await settled();
  expect(browser.log).toEqual(['taken']);
});
