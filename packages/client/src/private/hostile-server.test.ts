import {
  deriveRoomKeys,
  makeCard,
  newSealingKey,
  newSigningKey,
  openRoomIdOf,
  privateRoomName,
  type RoomRecord,
  type SigningKey,
  signRecord,
} from '@earshot/crypto';
import { ManualClock } from '@earshot/lifetime';
import { limits, ownerlessRoomSettings, type PrivateChallenge, RpcError, topics } from '@earshot/protocol';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Engine } from '../engine.ts';
import { base64url } from '../identity/base64url.ts';
import { joinRoom } from '../join-room.ts';
import { nodeEngine } from '../node/node-engine.ts';
import { joinResult, StandInServer } from '../testing/stand-in-server.ts';
import { waitFor } from '../wait-for.ts';
import { changePassword } from './change-password.ts';
import { BriefEpochs } from './epoch-memory.ts';

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

/** Counts what the client does that costs time or tells something. */
function watchedEngine(): { engine: Engine; epochs: BriefEpochs; derived: () => number } {
  const epochs = new BriefEpochs();
  let derived = 0;
  const inner = nodeEngine();
  const encryption = async () => ({
    epochs,
    deriveKey: async () => {
      derived += 1;
      return new Uint8Array(32);
    },
  });
  return { engine: { ...inner, encryption }, epochs, derived: () => derived };
}

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

/** In an encrypted room whose server does as it likes; and a member of it, whose card is right. */
async function inside() {
  let sent = '';
  const saidAll = Promise.withResolvers<string>();
  let ownCard = '';
  server = await StandInServer.open(
    {
      join: ({ card }) => {
        ownCard = card ?? '';
        return joinResult();
      },
      sendData: ({ packets }) => {
        for (const packet of packets) sent += Buffer.from(packet).toString('latin1');
        if (['game', topics.chat].every((topic) => sent.includes(topic))) saidAll.resolve(sent);
        return {};
      },
      leave: () => ({}),
    },
    hello,
  );
  const host = new URL(server.url).host;
  const roomId = await openRoomIdOf('hall');
  const keys = await deriveRoomKeys({
    host,
    record: { roomId, salt: new Uint8Array(16), epoch: 0, mode: 'link' },
    linkSecret: linkKey,
  });
  const [signingKey, sealingKey] = await Promise.all([newSigningKey(), newSealingKey()]);
  const visit = crypto.getRandomValues(new Uint8Array(16));
  const made = await makeCard({ room: keys, slot: 3, visit, signingKey, sealingKey: sealingKey.publicKey });
  const joined = await joinRoom({
    server: server.url,
    room: 'hall',
    name: 'Me',
    secret: { linkKey },
    engine: watchedEngine().engine,
  });
  const { peer } = await server.visitor();
  const member = (id: string, seat: number, card?: string) => ({
    ...joinResult().self,
    id,
    seat,
    name: id,
    ...(card !== undefined && { card }),
  });
  return {
    joined,
    peer,
    member,
    saidAll: saidAll.promise,
    ownCard: () => ownCard,
    annCard: base64url(made.bytes),
  };
}

test('a card that the server gives to somebody else, takes away or makes up is nobody’s', async () => {
  const { joined, peer, member, ownCard, annCard } = await inside();
  const trust = (id: string) => joined.snapshot.privacy.members.get(id);
  peer.notify('memberJoined', { member: member('ann', 1, annCard) });
  await waitFor(joined, () => trust('ann') === 'verified');
  peer.notify('memberJoined', { member: member('twin', 2, annCard) });
  peer.notify('memberJoined', { member: member('mirror', 3, ownCard()) });
  peer.notify('memberJoined', { member: member('made-up', 4, base64url(new Uint8Array(200))) });
  peer.notify('memberJoined', { member: member('bare', 5) });
  peer.notify('memberChanged', { member: member('ann', 1) });
  await waitFor(joined, () => trust('bare') !== undefined && trust('ann') === 'unverified');
  expect(['twin', 'mirror', 'made-up', 'bare'].map(trust)).toEqual(Array(4).fill('unverified'));
  expect(joined.snapshot.status).toMatchObject({ at: 'joined' });
  await joined.leave();
});

test('a server that says the room is not encrypted any more changes nothing about what is sent', async () => {
  const { joined, peer, saidAll } = await inside();
  peer.notify('roomChanged', { settings: { ...ownerlessRoomSettings, encrypted: false }, owned: false });
  await waitFor(joined, ({ room: { settings } }) => settings?.encrypted === false);
  expect(joined.snapshot.privacy.kind).toBe('encrypted');
  joined.chat.send({ text: 'still between us' });
  // This server never says that it has come.
  joined
    .data('game')
    .send(new TextEncoder().encode('a secret move'))
    .catch(() => {});
  expect(await saidAll).not.toMatch(/between us|secret move/);
  await joined.leave();
});

test('a new password that its owner did not sign for is not asked after', async () => {
  const { joined, peer, member, annCard } = await inside();
  const forged = await record({ by: await newSigningKey(), epoch: 9 });
  for (const told of [base64url(forged.bytes), noBytes])
    peer.notify('recordChanged', { record: told, proveWithinMs: 60_000 });
  peer.notify('memberJoined', { member: member('ann', 1, annCard) });
  await waitFor(joined, ({ privacy }) => privacy.members.get('ann') === 'verified');
  expect(joined.snapshot.privacy.proveAgain).toBeUndefined();
  await joined.leave();
});
