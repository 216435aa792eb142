import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { writeTone } from '../tone.ts';
import { runNode } from './child-process.ts';
import { eventually } from './eventually.ts';
import { Robot, tones } from './robot.ts';

const examples = join(import.meta.dirname, '../../../../packages/client/examples');
const example = join(examples, 'play-wav.ts');
const joinAndLeave = fileURLToPath(new URL('./join-and-leave.ts', import.meta.url));
const [, second] = tones;
let server: SpareServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  server = await SpareServer.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test("the README's robot plays its file to whoever is in the room, and ends by itself", async () => {
  const file = join(folder, 'tone.wav');
  writeTone(file, { hz: second, seconds: 5 });
  const listener = await Robot.join({ server: server.origin, room: 'example', name: 'listener' });
  const ending = runNode([example, server.origin, 'example', file]);
  await listener.waitFor(({ members }) => members[0]?.microphone === 'live');
  const [robot] = listener.room.snapshot.members;
  expect(robot?.name).toBe('Robot');
  const wanted = { [robot?.id ?? '']: [second] };
  expect(await listener.waitToHear(wanted)).toEqual(wanted);
  expect(await ending).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  await listener.waitFor(({ members }) => members.length === 0);
  await listener.leave();
});

test('the robot says what is wrong, and ends with an error', async () => {
  const { code, stderr } = await runNode([example, server.origin, 'Not A Room', join(folder, 'tone.wav')]);
  expect(code).toBe(1);
  expect(stderr).toContain('invalid_params');
});

test("the README's dice are rolled for whoever asks, until everybody has left", async () => {
  const player = await Robot.join({ server: server.origin, room: 'dice', name: 'player' });
  const ending = runNode([join(examples, 'roll-dice.ts'), server.origin, 'dice']);
  await player.waitFor(({ members }) => members[0]?.name === 'Dice');
  const dice = player.room.data('dice');
  const rolled: number[] = [];
  dice.onMessage(({ bytes: [number = 0] }) => rolled.push(number));
  for (let i = 0; i < 20; i++) await dice.send(Uint8Array.of(20));
  await eventually(() => rolled.filter((number) => number >= 1 && number <= 20).length, 20);
  await player.leave();
  expect(await ending).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
});

test('a process that joined and left keeps nothing open: no socket, no timer, no thread', async () => {
  const { stdout, ...ending } = await runNode([joinAndLeave, server.origin, '25']);
  expect(ending).toEqual({ code: 0, signal: null, stderr: '' });
  const { before, after } = JSON.parse(stdout) as Record<'before' | 'after', string[]>;
  expect(after).toEqual(before);
});
