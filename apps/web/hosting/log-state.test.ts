import type { ActionEntry } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { atEnd, noLog, withPage } from './log-state.ts';

const entry = (id: string): ActionEntry => ({ id, atMs: 0, by: { name: 'Anna' }, action: 'mute' });
const ids = ({ entries }: { entries: readonly ActionEntry[] }) => entries.map(({ id }) => id);

test('what is heard of while the page is on its way stands there once, the newest first', () => {
  const heard = atEnd(noLog, entry('3'));
  const whole = withPage(heard, { entries: [entry('3'), entry('2')], hasOlder: true });
  expect(ids(whole)).toEqual(['3', '2']);
  expect(whole).toMatchObject({ hasOlder: true, loaded: true });
  const older = withPage(atEnd(whole, entry('4')), { entries: [entry('1')], hasOlder: false });
  expect(ids(older)).toEqual(['4', '3', '2', '1']);
  expect(older.hasOlder).toBe(false);
});

test('a log that grows keeps its bound, and says that there is more', () => {
  let log = noLog;
  for (let id = 0; id < 501; id += 1) log = atEnd(log, entry(`${id}`));
  expect(log.entries).toHaveLength(500);
  expect(log).toMatchObject({ hasOlder: true });
  expect(atEnd(log, entry('500'))).toBe(log);
});
