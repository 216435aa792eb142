import { writeSync } from 'node:fs';
import { systemClock } from '@earshot/lifetime';
import { defaultRoomSettings } from '@earshot/protocol';
import { pino } from 'pino';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';

/**
 * A process that writes to the store in a directory without end, several things at once, and says each that
 * was acknowledged on a line of its own.
 */
const [, , directory = '', round = ''] = process.argv;
const ownerKey = 'A'.repeat(43);
const store = await SqliteStore.open({ directory, clock: systemClock, log: pino({ level: 'silent' }) });

const room = (name: string) => ({
  name,
  ownerKey,
  settings: defaultRoomSettings,
  createdAtMs: 1,
  emptySinceMs: null,
});
await store.rooms.create(room('shared'));

const writing = [0, 1, 2].map(async (writer) => {
  for (let count = 0; ; count++) {
    const id = `${round}-${writer}-${count}`;
    await store.rooms.create(room(id));
    writeSync(1, `room ${id}\n`);
    await store.actions.add('shared', { id, atMs: 1, by: { name: 'Ann' }, action: 'mute' });
    writeSync(1, `action ${id}\n`);
  }
});
/** Each role is taken away and given anew in one step: it must never be seen in between. */
const promoting = ['ann', 'bob', 'cid'].map(async (key) => {
  for (let count = 0; ; count++) {
    await store.roles.set('shared', key, count % 2 ? 'speaker' : 'moderator');
    writeSync(1, `role ${key}\n`);
  }
});
await Promise.all([...writing, ...promoting]);
