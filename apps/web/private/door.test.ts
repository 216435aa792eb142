import { EntryError } from '@earshot/client';
import type { ClosedRoom } from '@earshot/client/private';
import { RpcError } from '@earshot/protocol';
import { beforeEach, expect, test } from '@jest/globals';
import { heldSecret, holdSecret } from '../room/room-secrets.ts';
import { Door } from './door.ts';

const key = new Uint8Array(32);
let rooms = 0;
/** What a page has opened once stays open. */
let room = '';
beforeEach(() => {
  room = `room ${rooms++}`;
});

/** What one attempt after the other comes to: an error, or what the room is called. */
type Ends = readonly (Error | 'right' | 'never')[];

/** A door behind which the room takes this, and this again once one knocks anew. */
function doorOf(modes: readonly ClosedRoom['mode'][], ends: Ends) {
  const given: object[] = [];
  const left = [...ends];
  let knocks = 0;
  const closed = (): ClosedRoom => ({
    mode: modes[Math.min(knocks++, modes.length - 1)] ?? 'password',
    unlock: async (secret, { signal } = {}) => {
      given.push(secret);
      const end = left.shift();
      if (end === 'never')
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      if (end instanceof Error) throw end;
      return { name: 'Choir', topic: 'Who sings what' };
    },
  });
  const door = new Door({ room, look: async () => closed() });
  return { door, given, knocks: () => knocks };
}

test('a wrong password is told with the place to type it again, and the right one is held for the page', async () => {
  const { door } = doorOf(['password'], [new EntryError('wrong_password'), 'right']);
  await door.knock();
  await door.unlock('tea');
  expect(door.state).toMatchObject({
    at: 'asking',
    refusal: { problem: 'wrong_password', answer: { password: 'tea' } },
  });
  expect(heldSecret(room).opened).toBeUndefined();
  await door.unlock('coffee');
  expect(heldSecret(room)).toMatchObject({ opened: true, password: 'coffee', mode: 'password' });
});

test('whoever has the whole link is asked nothing, and asked for another where it is wrong', async () => {
  holdSecret(room, { linkKey: key });
  const right = doorOf(['link'], ['right']);
  await right.door.knock();
  expect(heldSecret(room).opened).toBe(true);
  const wrong = doorOf(['link'], [new EntryError('wrong_password')]);
  await wrong.door.knock();
  expect(wrong.door.state).toMatchObject({ at: 'asking', refusal: { answer: { linkKey: key } } });
  expect(wrong.given).toHaveLength(1);
});

test('whoever is locked out is told until when', async () => {
  const { door } = doorOf(['password'], [new EntryError('locked_out', { retryAfterMs: 30_000 })]);
  await door.knock();
  const before = Date.now();
  await door.unlock('tea');
  const { refusal } = door.state as { refusal?: { untilMs?: number } };
  expect(refusal).toMatchObject({ problem: 'locked_out' });
  expect(refusal?.untilMs).toBeGreaterThanOrEqual(before + 30_000);
});

test('where there is no way to the server, the door stays as it was', async () => {
  const { door, knocks } = doorOf(['password'], [new RpcError('connection_lost'), 'right']);
  await door.knock();
  await door.unlock('tea');
  expect(door.state).toMatchObject({ at: 'asking', refusal: { problem: 'connection_lost' } });
  await door.unlock('tea');
  expect([heldSecret(room).opened, knocks()]).toEqual([true, 1]);
});

test('what no password mends ends the asking', async () => {
  const { door } = doorOf(['password'], [new EntryError('record_tampered')]);
  await door.knock();
  await door.unlock('tea');
  expect(door.state).toEqual({ at: 'stopped', problem: 'record_tampered', waitMs: undefined });
});

test('a room that takes something else meanwhile asks for that, and says that it was changed', async () => {
  const { door, knocks } = doorOf(['password', 'both'], [new EntryError('no_link_key')]);
  await door.knock();
  await door.unlock('tea');
  expect(door.state).toMatchObject({
    at: 'asking',
    closed: { mode: 'both' },
    refusal: { problem: 'secret_changed' },
  });
  expect(knocks()).toBe(2);
});

test('what is called off comes to nothing, and one is asked again', async () => {
  const { door } = doorOf(['password'], ['never', 'right']);
  await door.knock();
  const trying = door.unlock('tea');
  expect(door.state.at).toBe('unlocking');
  door.cancel();
  await trying;
  expect(door.state.at).toBe('asking');
  expect(door.state).not.toHaveProperty('refusal');
  await door.unlock('coffee');
  expect(heldSecret(room).password).toBe('coffee');
});
