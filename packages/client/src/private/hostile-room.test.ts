import {
  deriveRoomKeys,
  makeCard,
  newSealingKey,
  newSigningKey,
  openRoomIdOf,
  signRecord,
} from '@earshot/crypto';
import { ownerlessRoomSettings, topics } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import { base64url } from '../identity/base64url.ts';
import { joinRoom } from '../join-room.ts';
import { joinResult, StandInServer } from '../testing/stand-in-server.ts';
import { waitFor } from '../wait-for.ts';
import { watchedEngine } from './testing/watched-engine.ts';

const linkKey = new Uint8Array(32).fill(7);
let server: StandInServer | undefined;

afterEach(() => server?.close());

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
    { nonce: 'a-nonce-of-the-server' },
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
  let hear: (levels: ReadonlyMap<string, number>) => void = () => {};
  const { engine, encryption } = watchedEngine();
  const joined = await joinRoom({
    server: server.url,
    room: 'hall',
    name: 'Me',
    secret: { linkKey },
    engine: {
      ...engine,
      encryption: async () => ({
        ...(await encryption()),
        openLevels: (onLevels) => {
          hear = onLevels;
          return { add: () => () => {}, close: () => {} };
        },
      }),
    },
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
    /** How loud tracks are that were decoded here, in dBov. */
    hear: (levels: Record<string, number>) => hear(new Map(Object.entries(levels))),
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

test('a server that sits two in one place does not turn the ring of who speaks to the other', async () => {
  const { joined, peer, member, annCard, hear } = await inside();
  peer.notify('memberJoined', { member: member('ann', 1, annCard) });
  peer.notify('memberJoined', { member: member('ben', 1) });
  await waitFor(joined, ({ members }) => members.length === 2);
  const heard: unknown[] = [];
  joined.onLevels((levels) => heard.push(...levels));
  peer.notify('levels', { levels: [1, 10] });
  hear({ ann: -20 });
  expect(heard).toEqual([['ann', -20]]);
  await joined.leave();
});

test('a new password that its owner did not sign for is not asked after', async () => {
  const { joined, peer, member, annCard } = await inside();
  const { record: forged } = await signRecord(await newSigningKey(), {
    mode: 'link',
    epoch: 9,
    expiresAtMs: Date.now() + 3_600_000,
    salt: new Uint8Array(16),
    verifier: new Uint8Array(32),
  });
  // What was signed by somebody else, and letters of base64url, so many as no bytes come to.
  for (const told of [base64url(forged.bytes), 'AAAAA'])
    peer.notify('recordChanged', { record: told, proveWithinMs: 60_000 });
  peer.notify('memberJoined', { member: member('ann', 1, annCard) });
  await waitFor(joined, ({ privacy }) => privacy.members.get('ann') === 'verified');
  expect(joined.snapshot.privacy.proveAgain).toBeUndefined();
  await joined.leave();
});
