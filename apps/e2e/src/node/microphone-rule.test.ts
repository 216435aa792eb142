import { setTimeout as sleep } from 'node:timers/promises';
import type { MicrophoneEvent } from '@earshot/client/microphone';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SpareServer } from '../spare-server.ts';
import { Robot, tones } from './robot.ts';
import { Talker } from './talker.ts';

const [hz] = tones;
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.FUZZ_RUNS ?? 2);

/** What is on its way when somebody mutes may still arrive for this long, jitter buffer and all. */
const onItsWayMs = 700;
const listenMs = 300;
/** A busy machine may be late with it; whoever is really heard is heard for longer than this. */
const lateMs = 4_000;
/** Opus sends 50 packets a second of sound, and a handful a second of silence. */
const silentPackets = 8;

const one = (type: MicrophoneEvent['type']) => fc.constant({ type } as MicrophoneEvent);
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: one('unmutePressed') },
    { weight: 2, arbitrary: one('held') },
    { weight: 1, arbitrary: one('mutePressed') },
    { weight: 1, arbitrary: one('released') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<MicrophoneEvent>(
        { type: 'modeChanged', to: 'hold' },
        { type: 'modeChanged', to: 'switch' },
      ),
    },
    { weight: 1, arbitrary: one('deviceGiven') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<MicrophoneEvent>({ type: 'deviceLost' }, { type: 'permissionLost' }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<MicrophoneEvent>({ type: 'mutedByModerator' }, { type: 'unmuteAllowed' }),
    },
    { weight: 1, arbitrary: fc.constantFrom<MicrophoneEvent>({ type: 'linkLost' }, { type: 'linkBack' }) },
  ),
  { minLength: 8, maxLength: 12, size: 'max' },
);

let server: SpareServer;
beforeAll(async () => {
  server = await SpareServer.start();
});
afterAll(() => server.stop());

test(`whoever is shown muted is not heard, over a real server (FUZZ_SEED=${seed})`, async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(happenings, async (order) => {
      number += 1;
      const place = { server: server.origin, room: `rule-${seed}-${number}` };
      const ear = await Robot.join({ ...place, name: 'ear' });
      const talker = new Talker({ ...place, hz });
      try {
        for (const type of ['deviceGiven', 'linkBack'] as const) await talker.live({ type });
        for (const event of order) {
          await talker.live(event);
          await checkSilence(talker, ear);
        }
        // And whoever does all it takes is heard.
        for (const type of ['unmuteAllowed', 'deviceGiven', 'linkBack'] as const) await talker.live({ type });
        await talker.live({ type: 'modeChanged', to: 'switch' });
        await talker.live({ type: 'unmutePressed' });
        expect(talker.shown).toBe('live');
        const id = talker.room?.snapshot.self.id ?? '';
        expect((await ear.waitToHear({ [id]: [hz] }))[id]).toEqual([hz]);
      } finally {
        await talker.close();
        await ear.leave();
      }
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
}, 120_000);

async function checkSilence(talker: Talker, ear: Robot): Promise<void> {
  if (talker.shown === 'live') return;
  if (talker.shown === 'muted') expect(talker.sentTrackEnabled).toBe(false);
  // The ear begins to follow a stream when it first looks at it.
  ear.hears();
  await sleep(onItsWayMs);
  const endsAtMs = performance.now() + lateMs;
  let noise = await listen(talker, ear);
  while (!isSilent(noise) && performance.now() < endsAtMs) noise = await listen(talker, ear);
  expect({ ...noise, silent: isSilent(noise) }).toMatchObject({ silent: true });
}

interface Noise {
  readonly heard: boolean;
  readonly packets: number;
}

const isSilent = ({ heard, packets }: Noise) => !heard && packets < silentPackets;

/** What comes of somebody for a moment. */
async function listen(talker: Talker, ear: Robot): Promise<Noise> {
  const sinceMs = performance.now();
  const sentBefore = await talker.packetsSent();
  await sleep(listenMs);
  const heardAtMs = [...ear.room.tracks.keys()].map((id) => ear.lastHeardAtMs(id));
  return {
    heard: Math.max(...heardAtMs, 0) >= sinceMs,
    packets: (await talker.packetsSent()) - sentBefore,
  };
}
