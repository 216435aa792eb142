import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { duration, Steps } from './steps.mjs';

let written;
const stream = (isTTY) => ({ isTTY, columns: 60, write: (text) => written.push(text) });

beforeEach(() => {
  written = [];
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

test('into a file: a line at the start, one every 10 s, one at the end', () => {
  const steps = new Steps({ stream: stream(false) });
  steps.begin('Building', '4 minutes');
  jest.advanceTimersByTime(10_500);
  steps.progress(0.425);
  jest.advanceTimersByTime(10_000);
  steps.end();
  jest.advanceTimersByTime(60_000);
  expect(written.join('')).toBe('… Building (usually 4 minutes)\n  10 s\n  42 %, 20 s\n✓ Building, 21 s\n');
});

test('on a terminal: one line that is drawn over and fits', () => {
  const steps = new Steps({ stream: stream(true) });
  steps.begin('Building the mediasoup worker from its sources', '4 to 8 minutes');
  jest.advanceTimersByTime(1_000);
  steps.end();
  const drawn = written.slice(0, -1);
  expect(drawn.length).toBeGreaterThan(2);
  for (const text of drawn) {
    expect(text.startsWith('\r\x1b[2K')).toBe(true);
    expect(text).not.toContain('\n');
    expect(text.length - '\r\x1b[2K'.length).toBeLessThan(60);
  }
  expect(written.at(-1)).toBe('\r\x1b[2K✓ Building the mediasoup worker from its sources, 1.0 s\n');
});

test('a step that ends at once prints nothing', () => {
  const steps = new Steps({ stream: stream(false) });
  steps.begin('Looking');
  jest.advanceTimersByTime(100);
  steps.end();
  jest.advanceTimersByTime(60_000);
  expect(written).toEqual([]);
});

test('the next step ends the one before; a note stands between', () => {
  const steps = new Steps({ stream: stream(false) });
  steps.begin('Downloading');
  jest.advanceTimersByTime(1_000);
  steps.note('No answer. Building instead.');
  steps.begin('Building');
  jest.advanceTimersByTime(1_000);
  steps.end(false);
  expect(written.join('')).toBe(
    '… Downloading\nNo answer. Building instead.\n✓ Downloading, 1.0 s\n… Building\n✗ Building, 1.0 s\n',
  );
});

test('a failing step says so, however quick, and passes the failure on', async () => {
  const steps = new Steps({ stream: stream(false) });
  const run = steps.run({ text: 'Installing' }, () => Promise.reject(new Error('no')));
  await expect(run).rejects.toThrow('no');
  expect(written).toEqual(['✗ Installing, 0.0 s\n']);
});

test.each([
  [40, '0.0 s'],
  [9_940, '9.9 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [204_553, '3 min 25 s'],
])('%i ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
