import { defaultRoomSettings, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { canReceiveAll, dtlsParameters, microphone } from '../../testing/fake-microphone.ts';
import { camera } from '../../testing/fake-picture.ts';
import { someProof } from '../../testing/private-house.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

const join = { room: 'room', name: 'Ann', rtpCapabilities: canReceiveAll };
const connect = { transportId: 'x', dtlsParameters: dtlsParameters() };
const produce = microphone();
const put = { record: 'AA', recordSecret: 'A'.repeat(86) };
const privateName = `p-${'a'.repeat(26)}`;
const pause = { producerId: 'x', paused: true };

const long = 'x'.repeat(300);
test.each<[string, string, object | undefined]>([
  ['join', 'nothing', undefined],
  ['join', 'no room', { ...join, room: undefined }],
  ['join', 'an empty room', { ...join, room: '' }],
  ['join', 'a room that is no link', { ...join, room: 'My Room' }],
  ['join', 'a room too long', { ...join, room: 'x'.repeat(limits.roomNameGraphemes + 1) }],
  ['join', 'a number for a room', { ...join, room: 7 }],
  ['join', 'no name', { ...join, name: undefined }],
  ['join', 'a blank name', { ...join, name: ' \t\u202e ' }],
  ['join', 'a name too long', { ...join, name: 'x'.repeat(limits.memberNameGraphemes + 1) }],
  [
    'join',
    'a name of few, endless graphemes',
    { ...join, name: `a${'\u0301'.repeat(limits.nameCodeUnits)}` },
  ],
  ['join', 'a list for a name', { ...join, name: ['Ann'] }],
  ['join', 'no capabilities', { ...join, rtpCapabilities: undefined }],
  ['join', 'codecs that are no list', { ...join, rtpCapabilities: { ...canReceiveAll, codecs: {} } }],
  ['join', 'a payload type of text', withCodec({ preferredPayloadType: '100' })],
  ['join', 'a payload type of 128', withCodec({ preferredPayloadType: 128 })],
  ['connectTransport', 'nothing', undefined],
  ['connectTransport', 'no transport', { ...connect, transportId: undefined }],
  ['connectTransport', 'an id too long', { ...connect, transportId: long }],
  ['connectTransport', 'no fingerprint', { ...connect, dtlsParameters: { fingerprints: [] } }],
  ['connectTransport', 'an unknown hash', withFingerprint({ algorithm: 'md5' })],
  ['connectTransport', 'a fingerprint too long', withFingerprint({ value: long })],
  [
    'connectTransport',
    'an unknown role',
    { ...connect, dtlsParameters: { ...dtlsParameters(), role: 'boss' } },
  ],
  ['produce', 'nothing', undefined],
  ['produce', 'no kind', { ...produce, kind: undefined }],
  ['produce', 'an unknown kind', { ...produce, kind: 'smell' }],
  ['produce', 'an unknown source', { ...produce, source: 'radio' }],
  ['produce', 'text for paused', { ...produce, paused: 'yes' }],
  ['produce', 'no parameters', { ...produce, rtpParameters: undefined }],
  ['produce', 'an SSRC below zero', withRtp({ encodings: [{ ssrc: -1 }] })],
  ['produce', 'an SSRC above 32 bits', withRtp({ encodings: [{ ssrc: 2 ** 32 }] })],
  ['produce', 'five encodings', withRtp({ encodings: [1, 2, 3, 4, 5].map((ssrc) => ({ ssrc })) })],
  ['produce', 'a name that is a novel', withRtp({ rtcp: { cname: long } })],
  ['setProducerPaused', 'nothing', undefined],
  ['setProducerPaused', 'a number for paused', { ...pause, paused: 1 }],
  ['setProducerPaused', 'an empty id', { ...pause, producerId: '' }],
  ['join', 'sources that are no list', { ...join, sources: 'camera' }],
  ['join', 'a source without a name', { ...join, sources: [''] }],
  ['join', 'a novel of sources', { ...join, sources: Array(17).fill('camera') }],
  ['setViews', 'nothing', undefined],
  ['setViews', 'views that are no list', { views: {} }],
  ['setViews', 'no layer', { views: [{ producerId: 'x' }] }],
  ['setViews', 'a layer below the smallest', { views: [{ producerId: 'x', layer: -1 }] }],
  ['setViews', 'a layer above the largest', { views: [{ producerId: 'x', layer: 3 }] }],
  ['setViews', 'half a layer', { views: [{ producerId: 'x', layer: 0.5 }] }],
  ['setHand', 'nothing', undefined],
  ['setHand', 'text for raised', { raised: 'yes' }],
  ['setProfile', 'nothing', undefined],
  ['setProfile', 'no name', { name: ' ', emoji: '', status: '' }],
  ['setProfile', 'a word for an emoji', { name: 'Ann', emoji: 'smile', status: '' }],
  ['setProfile', 'a novel of a status', { name: 'Ann', emoji: '', status: long }],
  ['join', 'settings that are none', { ...join, create: {} }],
  ['join', 'a novel of a topic', { ...join, create: { ...defaultRoomSettings, topic: long } }],
  ['setRoomSettings', 'nothing', undefined],
  ['setRoomSettings', 'half of the settings', { settings: { topic: 'Tea' } }],
  ['setRoomSettings', 'a tag that is none', { settings: { ...defaultRoomSettings, tags: ['Green Tea'] } }],
  ['setRoomModes', 'an unknown way of speaking', { speaking: 'nobody' }],
  ['setRoomModes', 'a chat that is slower than any', { slowChatSeconds: 3_601 }],
  ['setRole', 'nothing', undefined],
  ['setRole', 'the role of an owner', { memberId: 'x', role: 'owner' }],
  ['setRole', 'an unknown role', { memberId: 'x', role: 'king' }],
  ['handOver', 'nothing', undefined],
  ['muteMember', 'an id too long', { memberId: long }],
  ['allowToSpeak', 'nothing', undefined],
  ['askToUnmute', 'a list for an id', { memberId: ['x'] }],
  ['removeMember', 'nothing', undefined],
  ['banMember', 'no time', { memberId: 'x', forMs: 0 }],
  ['banMember', 'a century', { memberId: 'x', forMs: 100 * 8_760 * 3_600_000 }],
  ['unban', 'an empty id', { banId: '' }],
  ['lowerHands', 'a number for an id', { memberId: 7 }],
  ['actionLog', 'a number for an id', { before: 7 }],
  ['voteToRemove', 'no word', { memberId: 'x' }],
  ['report', 'a reason that is none', { memberId: 'x', reason: 'dislike', withChat: false }],
  ['report', 'no word on the chat', { memberId: 'x', reason: 'spam' }],
  ['report', 'a novel', { memberId: 'x', reason: 'spam', withChat: false, text: 'x'.repeat(501) }],
  ['join', 'a proof of no epoch', { ...join, proof: { ...someProof, epoch: 0 } }],
  ['join', 'a proof with half a signature', { ...join, proof: { ...someProof, signature: 'A'.repeat(43) } }],
  ['join', 'a novel of a card', { ...join, card: 'A'.repeat(684) }],
  ['putPrivateRoom', 'nothing', undefined],
  ['putPrivateRoom', 'no verifier', { record: 'AA' }],
  ['putPrivateRoom', 'a novel of a record', { ...put, record: 'A'.repeat(428) }],
  ['putPrivateRoom', 'a novel of a name', { ...put, sealedMeta: 'A'.repeat(1_367) }],
  ['challenge', 'nothing', undefined],
  ['challenge', 'a room that is not private', { room: 'room' }],
  ['challenge', 'a ticket too short', { room: privateName, ticket: 'A' }],
  ['prove', 'a counter too long', { proof: { ...someProof, counter: 'A'.repeat(12) }, card: 'AA' }],
  ['closeProducer', 'nothing', undefined],
  ['closeProducer', 'an id too long', { producerId: long }],
])('%s with %s is invalid_params', async (method, _what, params) => {
  const client = method === 'join' ? await server.connect() : (await server.member('room')).client;
  expect(await client.ask(method, params)).toBe('invalid_params');
  expect(await client.ask('ping', {})).toBe('ok');
});

test('says which parameter it is', async () => {
  const client = await server.connect();
  await expect(client.request('join', { ...join, name: '' })).rejects.toMatchObject({
    error: 'invalid_params',
    detail: expect.stringContaining('name'),
  });
});

const coded = [
  'ok',
  'rate_limited',
  'invalid_request',
  'invalid_params',
  'media_rejected',
  'not_found',
  'already_joined',
  'too_many_producers',
  'not_permitted',
  'identity_required',
  'wrong_state',
  'record_rejected',
  'proof_required',
];

test.each([
  ['join', join],
  ['connectTransport', connect],
  ['produce', produce],
  ['setProducerPaused', pause],
  ['closeProducer', { producerId: 'x' }],
  ['setViews', { views: [{ producerId: 'x', layer: 1 }] }],
  ['produce', camera()],
  ['join', { ...join, create: { ...defaultRoomSettings, tags: ['tea'] } }],
  ['setRoomSettings', { settings: { ...defaultRoomSettings, tags: ['tea'] } }],
  ['join', { ...join, room: privateName, proof: someProof, card: 'AA' }],
  ['putPrivateRoom', put],
  ['challenge', { room: privateName, ticket: 'A'.repeat(43) }],
  ['prove', { proof: someProof, card: 'AA' }],
  ['setRoomModes', { speaking: 'invited', slowChatSeconds: 1, locked: true, chat: 'off' }],
  ['banMember', { memberId: 'x', forMs: 1_000 }],
  ['voteToRemove', { memberId: 'x', agree: true }],
])('%s with anything anywhere is an expected answer', async (method, params) => {
  const changed = [...variants(params)];
  for (let at = 0; at < changed.length; at += limits.frameBurst / 2) {
    await server.member('room');
    const { client } = method === 'join' ? { client: await server.connect() } : await server.member('room');
    for (const each of changed.slice(at, at + limits.frameBurst / 2)) {
      const answer = await client.ask(method, each);
      expect(coded).toContain(answer);
    }
    await server.dismiss();
  }
  expect(server.workers.length).toBe(1);
});

/** `value` with each of its parts, however deep, once taken away and once replaced by something else. */
function* variants(value: unknown): Generator<unknown> {
  yield* [null, 0, -1, 1.5, 2 ** 40, '', 'x', '\0', true, [], {}, [[]], { length: 1 }];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const replaced = (by: unknown) =>
      Array.isArray(value) ? value.with(Number(key), by) : { ...value, [key]: by };
    yield replaced(undefined);
    for (const variant of variants(part)) yield replaced(variant);
  }
}

function withCodec(changes: object) {
  return {
    ...join,
    rtpCapabilities: { ...canReceiveAll, codecs: [{ ...canReceiveAll.codecs[0], ...changes }] },
  };
}

function withFingerprint(changes: object) {
  return {
    ...connect,
    dtlsParameters: { fingerprints: [{ ...dtlsParameters().fingerprints[0], ...changes }] },
  };
}

function withRtp(changes: object) {
  return { ...produce, rtpParameters: { ...produce.rtpParameters, ...changes } };
}
