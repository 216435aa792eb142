import { joinRoom, prepare, waitFor } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { afterEach, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';

const engine = nodeEngine();
let server: SpareServer | undefined;
afterEach(() => server?.stop());

test('a server that stops ends the room, and says that trying again is worth it', async () => {
  server = await SpareServer.start();
  const room = await joinRoom({ server: server.origin, room: 'end', name: 'Ada', engine });
  const ended = waitFor(room, ({ status }) => status.at === 'ended');
  await server.stop();
  expect((await ended).status).toEqual({
    at: 'ended',
    end: { reason: 'server_stopping', retryable: true, detail: 'server_stopping' },
  });
  await room.leave();
});

test('a server that dies ends the room as a lost connection', async () => {
  server = await SpareServer.start();
  const room = await joinRoom({ server: server.origin, room: 'end', name: 'Ada', engine });
  const ended = waitFor(room, ({ status }) => status.at === 'ended');
  await server.stop('SIGKILL');
  expect((await ended).status).toMatchObject({ end: { reason: 'connection_lost', retryable: true } });
});

test('a join fails with a code: wrong parameters, nobody there, a change of mind', async () => {
  server = await SpareServer.start();
  const { origin } = server;
  const options = { server: origin, room: 'end', name: 'Ada', engine };
  await expect(joinRoom({ ...options, room: 'Not A Slug' })).rejects.toMatchObject({
    error: 'invalid_params',
  });
  await expect(joinRoom({ ...options, name: '' })).rejects.toMatchObject({ error: 'invalid_params' });
  await prepare(engine);
  const signal = AbortSignal.timeout(0);
  await expect(joinRoom({ ...options, signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  await server.stop();
  await expect(joinRoom(options)).rejects.toMatchObject({ error: 'connection_lost', retryable: true });
});
