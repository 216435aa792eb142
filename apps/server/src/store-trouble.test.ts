import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { defaultRoomSettings } from '@earshot/protocol';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ThreadDatabase } from './store/sqlite/thread-database.ts';
import { canReceiveAll, microphone } from './testing/fake-microphone.ts';
import { KeyHolder } from './testing/key-holder.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';
import { TestServer } from './testing/test-server.ts';
import { until } from './testing/until.ts';

let data: ReturnType<typeof temporaryDirectory>;
let server: TestServer;
beforeEach(async () => {
  data = temporaryDirectory();
  server = await TestServer.open({ DATA_DIR: data.path });
});
afterEach(async () => {
  await server.close();
  data.remove();
});

async function create(room: string): Promise<string> {
  const client = await server.connect();
  const identity = await new KeyHolder().proof(client, { room });
  const create = { ...defaultRoomSettings, topic: 'canary' };
  return client.ask('join', { room, name: 'Canary', rtpCapabilities: canReceiveAll, identity, create });
}

/** Makes every write to rooms fail at once, as it does on a full disk, or no more. */
function breakWrites(broken: boolean): void {
  const file = new DatabaseSync(join(data.path, 'earshot.sqlite'), { timeout: 10_000 });
  for (const change of ['INSERT', 'UPDATE']) {
    file.exec(
      broken
        ? `CREATE TRIGGER broken_${change} BEFORE ${change} ON rooms BEGIN SELECT RAISE(ABORT, 'broken'); END`
        : `DROP TRIGGER broken_${change}`,
    );
  }
  file.close();
}

test('while nothing can be written, what cannot be kept is refused, and people go on talking', async () => {
  const owner = await server.connect();
  const identity = await new KeyHolder().proof(owner, { room: 'owned' });
  await owner.join('owned', { identity, create: defaultRoomSettings });
  const { client: guest } = await server.member('owned');
  const modes = { slowChatSeconds: 30 };

  breakWrites(true);
  const [settingModes, creating] = [owner.ask('setRoomModes', modes), create('new')];
  await owner.request('produce', microphone());
  await guest.next('consumerAdded');
  const { client: stranger } = await server.member('nobodys');
  await stranger.request('produce', microphone());
  expect(await settingModes).toBe('storage_failed');
  expect(await creating).toBe('storage_failed');
  expect((await server.member('owned', { name: 'Late' })).joined.room.settings.slowChatSeconds).toBe(0);
  breakWrites(false);

  expect(await owner.ask('setRoomModes', modes)).toBe('ok');
  expect(await create('new')).toBe('ok');
  expect((await server.counts()).store_failures_total).toBeGreaterThanOrEqual(2);
  expect(server.errors.map(({ msg }) => msg)).toEqual(['the store failed']);
  expect(JSON.stringify(server.log)).not.toMatch(/canary/i);
});

test('a store whose thread crashed is said to whoever sends newcomers here, people go on talking, and it comes back', async () => {
  expect((await server.fetch('/readyz')).status).toBe(200);
  const orders = jest.spyOn(Worker.prototype, 'postMessage');
  expect(await create('kept')).toBe('ok');
  const [thread] = orders.mock.contexts as unknown as Worker[];
  const opening = jest.spyOn(ThreadDatabase, 'open').mockRejectedValue(new Error('no disk'));
  await thread?.terminate();
  const answer = await server.fetch('/readyz');
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'unready', reason: 'no store' }]);
  expect((await server.fetch('/healthz')).status).toBe(200);
  expect(await create('new')).toBe('storage_failed');
  const { client } = await server.member('kept');
  await client.request('produce', microphone());
  opening.mockRestore();
  await until(
    async () => (await server.fetch('/readyz')).status,
    (status) => status === 200,
  );
  expect(await create('new')).toBe('ok');
  expect(await create('kept')).toBe('name_taken');
  orders.mockRestore();
});
