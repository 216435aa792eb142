import { KeyLog } from '@earshot/bench/key-log';
import { joinRoom, type Room } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { MediaOpener, MediaSealer } from '@earshot/crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { eventually } from './eventually.ts';

/** After the others saw somebody leave, that one has to be locked out. */
const lockedOutWithinMs = 1_500;
const voice = new TextEncoder().encode('twenty milliseconds of a voice');
const secret = { linkKey: crypto.getRandomValues(new Uint8Array(32)) };

interface Member {
  readonly room: Room;
  /** Every key that this one ever had. */
  readonly log: KeyLog;
}

let server: SpareServer;
const rooms: Room[] = [];
beforeAll(async () => {
  server = await SpareServer.start();
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.leave()));
});
afterAll(() => server.stop());

async function enter(room: string, name: string): Promise<Member> {
  const log = new KeyLog();
  const engine = log.engine(nodeEngine());
  const joined = await joinRoom({ server: server.origin, room, secret, name, engine });
  rooms.push(joined);
  return { room: joined, log };
}

const id = ({ room }: Member) => room.snapshot.self.id;

/** One frame of somebody's voice, under the key that they use now. */
async function frameOf({ log }: Member): Promise<Uint8Array> {
  const { key } = log.used;
  const sealer = new MediaSealer(key.slot);
  sealer.use(key, key.baseKey);
  return sealer.seal(0, 'opus', voice);
}

/** Whether any key of this speaker that the listener ever had opens a frame. */
async function opens(listener: Member, speaker: Member, frame: Uint8Array): Promise<boolean> {
  const tries = listener.log.of(id(speaker)).map(async (key) => {
    const opener = new MediaOpener();
    opener.install(key.slot, key, key.baseKey);
    return opener.open('opus', frame).then(
      ({ frame: opened }) => Buffer.from(opened).equals(voice),
      () => false,
    );
  });
  return (await Promise.all(tries)).includes(true);
}

/** Waits until each of these can open what each other one says now. */
async function untilAllShare(members: readonly Member[]): Promise<void> {
  const pairs = members.flatMap((one) =>
    members.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  const missing = () =>
    pairs.filter(([listener, { room, log }]) => {
      const { key } = log.used;
      const held = listener.log.of(room.snapshot.self.id);
      return !held.some(({ generation, step }) => generation === key.generation && step === key.step);
    }).length;
  await eventually(missing, 0);
  for (const [listener, speaker] of pairs) {
    expect(await opens(listener, speaker, await frameOf(speaker))).toBe(true);
  }
}

/** When somebody saw that another one is not there any more, as `performance.now()` counts. */
function sawLeave({ room }: Member, leaving: string): Promise<number> {
  return new Promise((resolve) => {
    const stop = room.subscribe(() => {
      if (room.snapshot.members.some((member) => member.id === leaving)) return;
      stop();
      resolve(performance.now());
    });
  });
}

test('whoever leaves opens nothing that is said later, with all the keys they ever had', async () => {
  const members = [
    await enter('ex-member', 'Ann'),
    await enter('ex-member', 'Bob'),
    await enter('ex-member', 'Eve'),
  ];
  const [ann, bob, eve] = members as [Member, Member, Member];
  await untilAllShare(members);
  const saw = [ann, bob].map((stayer) => sawLeave(stayer, id(eve)));
  const before = [ann, bob].map(({ log }) => log.used.key.generation);
  await eve.room.leave();
  const sawAtMs = await Promise.all(saw);
  await eventually(
    () => [ann, bob].map(({ log }) => log.used.key.generation),
    before.map((generation) => generation + 1),
  );
  for (const [index, stayer] of [ann, bob].entries()) {
    expect(stayer.log.used.atMs - (sawAtMs[index] as number)).toBeLessThan(lockedOutWithinMs);
    expect(await opens(eve, stayer, await frameOf(stayer))).toBe(false);
  }
  await untilAllShare([ann, bob]);
});

test('whoever comes in opens nothing that was said before, with all the keys they ever get', async () => {
  const [ann, bob] = [await enter('newcomer', 'Ann'), await enter('newcomer', 'Bob')];
  await untilAllShare([ann, bob]);
  const early = await Promise.all([ann, bob].map(frameOf));
  const late = await enter('newcomer', 'Late');
  await untilAllShare([ann, bob, late]);
  for (const [index, speaker] of [ann, bob].entries()) {
    expect(await opens(late, speaker, early[index] as Uint8Array)).toBe(false);
    expect(late.log.of(id(speaker)).length).toBeGreaterThan(0);
  }
});
