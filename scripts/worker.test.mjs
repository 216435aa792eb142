import { expect, jest, test } from '@jest/globals';
import { Steps } from './steps.mjs';
import { reportTo } from './worker.mjs';

test('prints the way to a worker in the order in which it went', () => {
  jest.useFakeTimers();
  const written = [];
  const steps = new Steps({ stream: { isTTY: false, write: (text) => written.push(text) } });
  const report = reportTo(steps);
  report({ at: 'step', text: 'Downloading' });
  report({ at: 'setback', text: 'No answer. Building instead.' });
  report({ at: 'step', text: 'Building', usually: '4 minutes' });
  report({ at: 'progress', done: 1, total: 4 });
  jest.advanceTimersByTime(10_500);
  steps.end();
  jest.useRealTimers();
  expect(written).toEqual([
    '✗ Downloading, 0.0 s\n',
    'No answer. Building instead.\n',
    '… Building (usually 4 minutes)\n',
    '  25 %, 10 s\n',
    '✓ Building, 11 s\n',
  ]);
});
