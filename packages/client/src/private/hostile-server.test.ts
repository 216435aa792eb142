import {
  newSigningKey,
  privateRoomName,
  type RoomRecord,
  type SigningKey,
  signRecord,
} from '@earshot/crypto';
import { ManualClock } from '@earshot/lifetime';
import { limits, type PrivateChallenge, RpcError } from '@earshot/protocol';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Engine } from '../engine.ts';
import { base64url } from '../identity/base64url.ts';
import { joinRoom } from '../join-room.ts';
import { StandInServer } from '../testing/stand-in-server.ts';
import { changePassword } from './change-password.ts';
import { BriefEpochs } from './epoch-memory.ts';
import { knock } from './knock.ts';
import { watchedEngine } from './testing/watched-engine.ts';

const linkKey = new Uint8Array(32).fill(7);
/** Letters of base64url, so many as no bytes come to. */
const noBytes = 'AAAAA';
const hello = { nonce: 'a-nonce-of-the-server' };
const inAnHourMs = Date.now() + 3_600_000;
let owner: SigningKey;
let genuine: RoomRecord;
let room: string;
let server: StandInServer | undefined;

beforeAll(async () => {
  owner = await newSigningKey();
  genuine = await record({});
  room = privateRoomName(genuine.roomId);
});
afterEach(() => server?.close());

async function record({ by = owner, epoch = 5, expiresAtMs = inAnHourMs }): Promise<RoomRecord> {
  const verifier = new Uint8Array(32);
  const salt = new Uint8Array(16);
  return (await signRecord(by, { mode: 'link', epoch, expiresAtMs, salt, verifier })).record;
}

const challenge = (changes: Partial<PrivateChallenge> = {}): PrivateChallenge => ({
  record: base64url(genuine.bytes),
  nonce: base64url(new Uint8Array(32)),
  bits: 0,
  ...changes,
});

/** Tries to come in where the server answers like this. @returns how that ended, and what the server was asked */
async function entering(
  answer: PrivateChallenge | (() => PrivateChallenge),
  { epochs, secret = { linkKey, password: 'pass' } }: { epochs?: BriefEpochs; secret?: object } = {},
) {
  const asked: string[] = [];
  server = await StandInServer.open(
    {
      challenge: () => {
        asked.push('challenge');
        return typeof answer === 'function' ? answer() : answer;
      },
      join: () => {
        asked.push('join');
        throw new RpcError('proof_rejected');
      },
    },
    hello,
  );
  const { engine, derived } = watchedEngine();
  const encryption = engine.encryption;
  const remembering: Engine =
    epochs && encryption
      ? { ...engine, encryption: async () => ({ ...(await encryption()), epochs }) }
      : engine;
  const error: unknown = await joinRoom({
    server: server.url,
    room,
    name: 'Ann',
    secret,
    engine: remembering,
  }).catch((reason: unknown) => reason);
  const { code, error: name } = error as { code?: string; error?: string };
  return { ended: code ?? name ?? error, asked, derived: derived() };
}

const at = (offset: number) => challenge({ record: base64url(flipped(genuine.bytes, offset)) });

function flipped(bytes: Uint8Array, offset: number): Uint8Array {
  return bytes.with(offset, 1 ^ (bytes[offset] ?? 0));
}

test.each([
  ['version', 0],
  ['KDF', 1],
  ['mode', 2],
  ['epoch', 7],
  ['expiry', 15],
  ['salt', 16],
  ['owner key', 40],
  ['commitment', 64],
  ['signature', 159],
])('a record with another %s ends the entry before any work is done', async (_part, offset) => {
  expect(await entering(at(offset))).toEqual({ ended: 'record_tampered', asked: ['challenge'], derived: 0 });
});

test("another room's record, whole and signed, is not this room's", async () => {
  const other = await record({ by: await newSigningKey() });
  expect(await entering(challenge({ record: base64url(other.bytes) }))).toEqual({
    ended: 'record_tampered',
    asked: ['challenge'],
    derived: 0,
  });
});

test('a record cut short, or of nothing, or in letters that are no bytes, is told as tampered with', async () => {
  const cut = [genuine.bytes.subarray(0, 159), new Uint8Array(160), new Uint8Array(3)].map(base64url);
  for (const told of [...cut, noBytes]) {
    expect((await entering(challenge({ record: told }))).ended).toBe('record_tampered');
    await server?.close();
  }
});

test('the record before the password was changed does not come back, and an expired one is gone', async () => {
  const epochs = new BriefEpochs();
  await epochs.saw(room, 6);
  expect(await entering(challenge(), { epochs })).toEqual({
    ended: 'epoch_rolled_back',
    asked: ['challenge'],
    derived: 0,
  });
  await server?.close();
  const expired = await record({ expiresAtMs: Date.now() - 1 });
  expect((await entering(challenge({ record: base64url(expired.bytes) }))).ended).toBe('not_found');
});

test.each([limits.challengeBitsMost + 1, 256])(
  'more work than anybody is asked for, %d bits of it, is not done, and called by its name',
  async (bits) => {
    expect(await entering(challenge({ bits }))).toEqual({
      ended: 'too_much_work',
      asked: ['challenge'],
      derived: 0,
    });
  },
);

test('its owner signs nothing over an old record that a server shows', async () => {
  const asked: string[] = [];
  server = await StandInServer.open(
    {
      challenge: () => challenge(),
      putPrivateRoom: () => {
        asked.push('putPrivateRoom');
        return { room };
      },
    },
    hello,
  );
  const { engine, epochs } = watchedEngine();
  const meta = { name: '', topic: '' };
  const change = () =>
    changePassword({ server: server?.url ?? '', engine, owner: { room, key: owner }, mode: 'link', meta });
  await epochs.saw(room, 6);
  await expect(change()).rejects.toMatchObject({ code: 'epoch_rolled_back' });
  expect(asked).toEqual([]);
  expect(await epochs.newest(room)).toBe(6);
});

test('a right record and a refused proof are a wrong secret, and nothing was sent in the clear', async () => {
  expect(await entering(challenge())).toMatchObject({
    ended: 'wrong_password',
    asked: ['challenge', 'join'],
  });
});

test('a server that never says what the room is entered by is waited for only so long', async () => {
  const clock = new ManualClock();
  const asked = Promise.withResolvers<void>();
  server = await StandInServer.open(
    {
      challenge: () => {
        asked.resolve();
        return new Promise(() => {});
      },
    },
    hello,
  );
  const { engine } = watchedEngine();
  const options = { server: server.url, room, name: 'Ann', secret: { linkKey }, engine };
  const joining = joinRoom(options, clock);
  joining.catch(() => {});
  await asked.promise;
  clock.advance(limits.requestTimeoutMs);
  await expect(joining).rejects.toBeInstanceOf(RpcError);
});

/** Knocks and proves where the server answers like this, one after the other. @returns how that ended, and what it was asked */
async function atTheDoor(answers: readonly PrivateChallenge[], { epochs } = watchedEngine()) {
  const asked: string[] = [];
  server = await StandInServer.open(
    {
      challenge: () => answers[asked.push('challenge') - 1] ?? challenge(),
      prove: (params) => {
        asked.push(`prove ${Object.keys(params)}`);
        return { epoch: 99, ticket: 'A'.repeat(43), sealedMeta: base64url(new Uint8Array(400)) };
      },
      join: () => {
        asked.push('join');
        throw new RpcError('proof_rejected');
      },
    },
    hello,
  );
  const watched = watchedEngine();
  const encryption = async () => ({ ...(await watched.engine.encryption?.()), epochs }) as never;
  const at = { server: server.url, room, engine: { ...watched.engine, encryption } };
  const tried = (async () => {
    const door = await knock(at);
    return { meta: await door.unlock({ linkKey }) };
  })();
  const ended = await tried.catch(({ code, error }) => code ?? error);
  return { at, asked, ended };
}

test('a server that calls a wrong secret right at the door is given a proof, and can name nothing', async () => {
  const { epochs } = watchedEngine();
  const { at, asked, ended } = await atTheDoor([], { epochs } as never);
  expect(ended).toEqual({ meta: undefined });
  expect(asked).toEqual(['challenge', 'challenge', 'prove proof']);
  // What counts is what the owner signed.
  expect(await epochs.newest(room)).toBe(5);
  const join = joinRoom({ ...at, name: 'Ann', secret: { linkKey } });
  await expect(join).rejects.toMatchObject({ code: 'wrong_password' });
});

test('the door opens no further where the room is forged, brought back or too much work once a secret was typed', async () => {
  const older = base64url((await record({ epoch: 4 })).bytes);
  const forged = challenge({ record: base64url(flipped(genuine.bytes, 16)) });
  const endings: [PrivateChallenge, string][] = [
    [forged, 'record_tampered'],
    [challenge({ bits: limits.challengeBitsMost + 1 }), 'too_much_work'],
    [challenge({ record: older }), 'epoch_rolled_back'],
  ];
  for (const [second, ending] of endings) {
    const { asked, ended } = await atTheDoor([challenge(), second]);
    expect([ended, asked]).toEqual([ending, ['challenge', 'challenge']]);
    await server?.close();
  }
});
