import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, joinRoom, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { expect, test } from '@jest/globals';
import { ServerProcess } from '../server-process.ts';
import { detour } from './detour.ts';
import { type Path, Relay } from './relay.ts';

async function until(isSo: () => boolean, withinMs: number): Promise<void> {
  for (const endMs = performance.now() + withinMs; !isSo() && performance.now() < endMs; ) await pause(20);
}

const numbers = (room: Room) => {
  const heard: number[] = [];
  const text = new TextDecoder();
  room.data('count').onMessage(({ bytes }) => heard.push(Number(text.decode(bytes))));
  return heard;
};

test('whoever loses their media path in mid-stream misses nothing and hears nothing twice', async () => {
  const { signal } = new AbortController();
  await using server = await ServerProcess.start({ signal });
  const path: Path = { delayMs: 5 };
  await using relay = await Relay.open({ target: server.rtc, path });
  const enter = (name: string, engine: Engine) =>
    joinRoom({ server: server.url, room: 'dark', name, engine });
  const near = await enter('Near', nodeEngine());
  const far = await enter('Far', detour(nodeEngine(), { from: server.rtc, to: relay.address }));
  const paths: string[] = [];
  far.chat.subscribe(() => paths.push(far.chat.snapshot.path));
  await until(() => [near, far].every(({ chat }) => chat.snapshot.path === 'data_channel'), 15_000);

  const [heardNear, heardFar] = [numbers(near), numbers(far)];
  const sent: Promise<void>[] = [];
  for (let number = 0; number < 150; number++) {
    // Every datagram between the two is lost from here on, and nobody is told.
    if (number === 50) path.loss = 1;
    if (number === 120) path.loss = 0;
    for (const room of [near, far]) sent.push(room.data('count').send(new TextEncoder().encode(`${number}`)));
    await pause(5);
    if (number === 119) await until(() => paths.includes('web_socket'), 15_000);
  }
  await Promise.all(sent);
  const all = Array.from({ length: 150 }, (_, index) => index);
  await until(() => heardNear.length >= 150 && heardFar.length >= 150, 15_000);
  expect([heardNear, heardFar]).toEqual([all, all]);
  expect(paths).toContain('web_socket');
  await until(() => near.chat.snapshot.path === 'data_channel', 15_000);
  expect(near.chat.snapshot.path).toBe('data_channel');
  // Once the path is back, an echo over it proves it again.
  await until(() => far.chat.snapshot.path === 'data_channel', 15_000);
  expect(far.chat.snapshot.path).toBe('data_channel');
  await Promise.all([near.leave(), far.leave()]);
}, 60_000);
