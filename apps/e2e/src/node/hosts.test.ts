import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultRoomSettings, joinRoom, newIdentity, type Room } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { eventually } from './eventually.ts';
import { Robot, tones } from './robot.ts';

const [hz] = tones;

let server: SpareServer;
/** Another one for each try: whoever made a room owns its name for an hour. */
let room: string;
const leaving: (() => Promise<void>)[] = [];
beforeAll(async () => {
  server = await SpareServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  room = randomUUID();
});
afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave();
});

/** Somebody who made the room, and hears. */
async function host(): Promise<Robot> {
  const owner = await Robot.join({
    server: server.origin,
    room,
    name: 'Olga',
    identity: await newIdentity(),
    create: defaultRoomSettings,
  });
  leaving.push(() => owner.leave());
  return owner;
}

/** A client that pays no heed to what it is told of its members, and sings on. */
async function stubborn(): Promise<Room> {
  const engine = nodeEngine();
  const microphone = new PcmMicrophone();
  const singing = new AbortController();
  void play(tone({ frequencyHz: hz, durationMs: 1_000 }), microphone, { loop: true, signal: singing.signal });
  const deaf = {
    ...engine,
    openSocket: (options: Parameters<typeof engine.openSocket>[0]) =>
      engine.openSocket({
        ...options,
        onFrame: (frame) => {
          const { method } = options.codec.decode(frame) as { method?: string };
          if (method !== 'memberChanged') options.onFrame(frame);
        },
      }),
  };
  const joined = await joinRoom({ server: server.origin, room, name: 'Troll', engine: deaf, microphone });
  leaving.push(async () => {
    singing.abort();
    await joined.leave();
    microphone.close();
  });
  return joined;
}

async function packetsSent(room: Room): Promise<number> {
  const { send } = await room.getStats();
  const streams = [...(send?.values() ?? [])].filter(({ type }) => type === 'outbound-rtp');
  return streams.reduce((sum, { packetsSent: sent }) => sum + sent, 0);
}

/** Waits until so many packets have left for the server; the test's own deadline ends it. */
async function sentMore(room: Room, packets: number): Promise<void> {
  while ((await packetsSent(room)) < packets) await pause(50);
}

test('whoever a host muted is not heard, however much RTP they send, until allowed and unmuted again', async () => {
  const owner = await host();
  const troll = await stubborn();
  const { id } = troll.snapshot.self;
  expect(await owner.waitToHear({ [id]: [hz] })).toEqual({ [id]: [hz] });

  await owner.room.hosting.mute(id);
  expect(await owner.waitToHear({ [id]: [] })).toEqual({ [id]: [] });
  expect(troll.snapshot.self.microphone).toBe('live');
  let levels = 0;
  owner.room.onLevels((speaking) => {
    if (speaking.has(id)) levels += 1;
  });
  const before = await packetsSent(troll);
  // Another second of voice leaves for the server, and none of it arrives.
  await sentMore(troll, before + 50);
  expect(owner.hears()).toEqual({ [id]: [] });
  expect(levels).toBe(0);
  await troll.setMicrophone({ state: 'muted' });
  await expect(troll.setMicrophone({ state: 'live' })).rejects.toMatchObject({ error: 'not_permitted' });

  await owner.room.hosting.allowToSpeak(id);
  await owner.waitFor(({ members }) => members[0]?.microphoneRight === undefined);
  expect(owner.hears()).toEqual({ [id]: [] });
  await troll.setMicrophone({ state: 'live' });
  expect(await owner.waitToHear({ [id]: [hz] })).toEqual({ [id]: [hz] });
});

test('a client of ours falls silent when muted, sees what it may do, and ends with a reason', async () => {
  const owner = await host();
  const bob = await Robot.join({ server: server.origin, room, name: 'Bob', hz });
  leaving.push(() => bob.leave());
  expect(await owner.waitToHear({ [bob.id]: [hz] })).toEqual({ [bob.id]: [hz] });
  expect([owner.room.hosting.can('muteMember', bob.id), bob.room.hosting.can('muteMember')]).toEqual([
    true,
    false,
  ]);
  expect(owner.room.hosting.rolesFor(bob.id)).toEqual(['moderator', 'listener']);

  let asked = 0;
  bob.room.hosting.onAskedToUnmute(() => {
    asked += 1;
  });
  await owner.room.hosting.mute(bob.id);
  await bob.waitFor(({ self }) => self.microphone === 'muted' && self.microphoneRight === 'withheld');
  await owner.room.hosting.allowToSpeak(bob.id);
  await owner.room.hosting.askToUnmute(bob.id);
  await eventually(() => asked, 1);
  expect(bob.room.snapshot.self.microphone).toBe('muted');

  await owner.room.hosting.setRole(bob.id, 'listener');
  await bob.waitFor(({ self }) => self.role === 'listener' && self.microphone === 'off');
  await owner.room.hosting.setModes({ locked: true });
  await bob.waitFor(({ room }) => room.settings.locked && room.owned);
  expect(await bob.room.hosting.log()).toMatchObject({ hasOlder: false, entries: { length: 5 } });
  await owner.room.hosting.remove(bob.id);
  const isOver = () => bob.room.snapshot.status.at;
  await eventually(isOver, 'ended');
  expect(bob.room.snapshot.status).toMatchObject({ end: { reason: 'removed', retryable: false } });
});

test('whoever is shadow muted sings on to hosts alone, sees their own ring, and is heard by all at once afterwards', async () => {
  const owner = await host();
  const bob = await Robot.join({ server: server.origin, room, name: 'Bob' });
  leaving.push(() => bob.leave());
  const troll = await Robot.join({ server: server.origin, room, name: 'Troll', hz });
  leaving.push(() => troll.leave());
  for (const each of [owner, bob]) {
    expect(await each.waitToHear({ [troll.id]: [hz] })).toEqual({ [troll.id]: [hz] });
  }

  await owner.room.hosting.shadowMute(troll.id, true);
  expect(await bob.waitToHear({})).toEqual({});
  const rings = { bob: 0, troll: 0 };
  bob.room.onLevels((speaking) => {
    if (speaking.has(troll.id)) rings.bob += 1;
  });
  troll.room.onLevels((speaking) => {
    if (speaking.has(troll.id)) rings.troll += 1;
  });
  await sentMore(troll.room, (await packetsSent(troll.room)) + 50);
  expect(owner.hears()).toEqual({ [troll.id]: [hz] });
  expect(rings.troll).toBeGreaterThan(0);
  expect(rings.bob).toBe(0);
  expect(troll.room.snapshot.self).toMatchObject({ microphone: 'live' });
  expect(troll.room.snapshot.self).not.toHaveProperty('shadowMuted');

  await owner.room.hosting.shadowMute(troll.id, false);
  expect(await bob.waitToHear({ [troll.id]: [hz] })).toEqual({ [troll.id]: [hz] });
});
