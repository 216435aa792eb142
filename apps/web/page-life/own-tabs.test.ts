import { expect, test } from '@jest/globals';
import { leaveElsewhere, standIn, watchOwnTabs } from './own-tabs.ts';

/** Hears of each change in turn. */
function watched(room: string) {
  const page = { window: new EventTarget() };
  const changes: boolean[] = [];
  const heard: (() => void)[] = [];
  const stop = watchOwnTabs(
    room,
    (elsewhere) => {
      changes.push(elsewhere);
      for (const resolve of heard.splice(0)) resolve();
    },
    page,
  );
  return { ...page, changes, stop, next: () => new Promise<void>((resolve) => heard.push(resolve)) };
}

test('a tab that stands before a room hears that another one is in it, comes in, and leaves', async () => {
  const leave = standIn('tea', { onLeave: () => {} });
  const lobby = watched('tea');
  const otherRoom = watched('coffee');
  await lobby.next();
  leave();
  await lobby.next();
  const again = standIn('tea', { onLeave: () => {} });
  await lobby.next();
  expect(lobby.changes).toEqual([true, false, true]);
  expect(otherRoom.changes).toEqual([]);
  again();
  lobby.stop();
  otherRoom.stop();
});

test('every tab that is in the room is asked to leave, and no other', async () => {
  const left: string[] = [];
  const all = Promise.withResolvers<void>();
  const onLeave = (who: string) => () => {
    left.push(who);
    if (left.length === 2) all.resolve();
  };
  const tabs = [
    standIn('tea', { onLeave: onLeave('one') }),
    standIn('tea', { onLeave: onLeave('two') }),
    standIn('coffee', { onLeave: onLeave('elsewhere') }),
  ];
  leaveElsewhere('tea');
  await all.promise;
  expect(left.sort()).toEqual(['one', 'two']);
  for (const end of tabs) end();
});

test('a tab that went without a word is missed when somebody comes back to this one', async () => {
  const gone = Promise.withResolvers<void>();
  const crashing = navigator.locks.request('earshot in tea', { mode: 'shared' }, () => gone.promise);
  const lobby = watched('tea');
  await lobby.next();
  gone.resolve();
  await crashing;
  lobby.window.dispatchEvent(new Event('focus'));
  await lobby.next();
  expect(lobby.changes).toEqual([true, false]);
  lobby.stop();
});
