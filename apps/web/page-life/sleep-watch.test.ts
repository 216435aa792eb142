import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { watchSleep } from './sleep-watch.ts';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(state: DocumentVisibilityState) {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function watched() {
  const page = new Page();
  const woken: string[] = [];
  const stop = watchSleep(page, Date.now, () => woken.push('woken'));
  return { page, woken, stop };
}

test('a page that ran on in the background has nothing to say', () => {
  const { page, woken, stop } = watched();
  page.turn('hidden');
  jest.advanceTimersByTime(600_000);
  page.turn('visible');
  expect(woken).toEqual([]);
  stop();
});

test('one that was frozen says so once it is seen again', () => {
  const { page, woken, stop } = watched();
  page.turn('hidden');
  page.dispatchEvent(new Event('freeze'));
  page.dispatchEvent(new Event('resume'));
  expect(woken).toEqual([]);
  page.turn('visible');
  page.turn('hidden');
  page.turn('visible');
  expect(woken).toEqual(['woken']);
  stop();
});

test('so does one whose clock stood still', () => {
  const { page, woken, stop } = watched();
  page.turn('hidden');
  jest.setSystemTime(Date.now() + 60_000);
  page.turn('visible');
  expect(woken).toEqual(['woken']);
  stop();
  page.turn('hidden');
  jest.setSystemTime(Date.now() + 60_000);
  page.turn('visible');
  expect(woken).toEqual(['woken']);
});
