import { codecs, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { microphone } from '../../testing/fake-microphone.ts';
import { camera, screen, screenSound } from '../../testing/fake-picture.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(() => server.dismiss());
afterAll(() => server.close());

test.each(codecs)('is heard by the others, not by oneself ($subprotocol)', async (codec) => {
  const { client: ann, self } = await server.member('a', { codec });
  const { client: bob } = await server.member('a', { codec });
  const { producerId } = await ann.request('produce', microphone());
  const { consumer } = await bob.next('consumerAdded');
  expect(consumer).toMatchObject({ producerId, memberId: self.id, kind: 'audio', source: 'microphone' });
  expect(consumer.rtpParameters.codecs).toMatchObject([
    { mimeType: 'audio/opus', parameters: { useinbandfec: 1, usedtx: 1 } },
  ]);
  expect(await bob.next('memberChanged')).toEqual({ member: { ...self, microphone: 'live' } });
  await Promise.all([ann.request('ping', {}), bob.request('ping', {})]);
  expect(bob.untaken).toEqual([]);
  expect(ann.untaken.filter((name) => name === 'consumerAdded')).toEqual([]);
});

test('a paused one shows as muted', async () => {
  const { client: ann } = await server.member('muted');
  const { client: bob } = await server.member('muted');
  await ann.request('produce', microphone({ paused: true }));
  expect((await bob.next('memberChanged')).member.microphone).toBe('muted');
  await bob.next('consumerAdded');
});

test('before joining it is not_joined', async () => {
  const client = await server.connect();
  expect(await client.ask('produce', microphone())).toBe('not_joined');
});

test('more than the limit are too_many_producers, also all at once', async () => {
  const { client } = await server.member('many');
  const asked = Array.from({ length: limits.producersPerSource + 3 }, () =>
    client.ask('produce', microphone()),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === 'ok').length).toBe(limits.producersPerSource);
  expect(answers.filter((answer) => answer === 'too_many_producers').length).toBe(3);
  expect((await server.counts()).producers).toBe(limits.producersPerSource);
});

test('a refused stream takes no place', async () => {
  const { client } = await server.member('places');
  const refused = microphone({ rtpParameters: { codecs: [] } });
  for (let i = 0; i < limits.producersPerSource + 1; i++) {
    expect(await client.ask('produce', refused)).toBe('media_rejected');
  }
  expect(await client.ask('produce', microphone())).toBe('ok');
});

const stream = microphone();
const codec = stream.rtpParameters.codecs[0];
test.each([
  ['no codec', { codecs: [] }],
  [
    'a codec that the router has not',
    { codecs: [{ ...codec, mimeType: 'audio/PCMU', clockRate: 8_000, channels: 1 }] },
  ],
  ['a codec that is none', { codecs: [{ ...codec, mimeType: 'nonsense' }] }],
  ['two codecs with one payload type', { codecs: [codec, codec] }],
  ['one codec twice', { codecs: [codec, { ...codec, payloadType: 112 }] }],
  ['no SSRC', { encodings: [{}], mid: undefined }],
  ['one header extension id twice', { headerExtensions: [1, 1].map((id) => ({ uri: 'urn:x', id })) }],
])('%s is media_rejected, and nobody is told', async (_what, changes) => {
  const { client: ann } = await server.member('bad');
  const { client: bob } = await server.member('bad');
  const rtpParameters = { ...microphone().rtpParameters, ...changes };
  const asked = await ann.ask('produce', { ...microphone(), rtpParameters });
  expect(asked).toBe('media_rejected');
  await bob.request('ping', {});
  expect(bob.untaken).toEqual([]);
});

test.each<[string, object]>([
  ['a voice that calls itself video', microphone({ kind: 'video' })],
  ['a camera that calls itself sound', camera({ kind: 'audio' })],
  ['a microphone that is a picture', camera({ source: 'microphone' })],
  ['a screen that is sound', microphone({ source: 'screen' })],
  ['a sound that is a picture', camera({ source: 'screenSound' })],
  ['a picture in a codec that the router has not', withCodecs(['video/H264', 'video/rtx'])],
  ['a picture of retransmissions only', withCodecs(['video/rtx'])],
  ['a picture with two ways to retransmit', withCodecs(['video/VP8', 'video/rtx', 'video/rtx'])],
  ['a picture in two codecs', withCodecs(['video/VP8', 'video/VP8'])],
  ['a picture in four layers', withEncodings(camera(), 4)],
  ['a voice in two', withEncodings(microphone(), 2)],
])('%s is media_rejected', async (_what, stream) => {
  const { client } = await server.member('film');
  expect(await client.ask('produce', stream)).toBe('media_rejected');
});

test('somebody may send several of each source, but not more than the limit', async () => {
  const { client: ann } = await server.member('films', { sources: ['screen'] });
  for (let i = 0; i < limits.producersPerSource; i++) {
    expect([await ann.ask('produce', screen()), await ann.ask('produce', screenSound())]).toEqual([
      'ok',
      'ok',
    ]);
  }
  expect(await ann.ask('produce', screen())).toBe('too_many_producers');
  expect(await ann.ask('produce', camera())).toBe('ok');
  expect(await ann.ask('produce', microphone())).toBe('ok');
});

test('an SSRC or MID that is in use already is media_rejected', async () => {
  const { client } = await server.member('same');
  const first = microphone();
  await client.request('produce', first);
  expect(await client.ask('produce', first)).toBe('media_rejected');
  expect(await client.ask('produce', microphone())).toBe('ok');
});

test('a second stream that changes nothing to be seen is not announced', async () => {
  const { client: ann } = await server.member('two');
  const { client: bob } = await server.member('two');
  await ann.request('produce', microphone());
  await ann.request('produce', microphone({ paused: true }));
  await bob.next('consumerAdded');
  await bob.next('consumerAdded');
  await bob.next('memberChanged');
  await bob.request('ping', {});
  expect(bob.untaken).toEqual([]);
});

function withCodecs(mimeTypes: string[]): object {
  const stream = camera();
  const codecs = mimeTypes.map((mimeType, index) => ({
    ...stream.rtpParameters.codecs[0],
    mimeType,
    payloadType: 96 + index,
    ...(mimeType.endsWith('rtx') ? { parameters: { apt: 96 } } : {}),
  }));
  return { ...stream, rtpParameters: { ...stream.rtpParameters, codecs } };
}

function withEncodings(stream: ReturnType<typeof camera>, count: number): object {
  const encodings = Array.from({ length: count }, (_, index) => ({ ssrc: 70_000 + index }));
  return { ...stream, rtpParameters: { ...stream.rtpParameters, encodings } };
}
