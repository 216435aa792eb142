import { importBaseKey } from '@earshot/crypto';
import { beforeEach, expect, test } from '@jest/globals';
import type { FrameNews, MediaKey } from './encryption-engine.ts';
import { FrameVault } from './frame-vault.ts';

const voice = Uint8Array.from({ length: 80 }, (_, index) => index);
/** The first bytes of a VP8 key frame, 64 by 48 (RFC 6386, section 9.1), and some more. */
const picture = new Uint8Array(200).fill(9);
picture.set([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 64, 0, 48, 0]);

async function keyOf(fill: number, slot: number, name = { generation: 0, step: 0 }): Promise<MediaKey> {
  return { ...name, slot, baseKey: await importBaseKey(new Uint8Array(32).fill(fill)) };
}

let news: FrameNews[];
let ann: FrameVault;
let bob: FrameVault;
let listener: FrameVault;

beforeEach(async () => {
  news = [];
  ann = new FrameVault({ tell: () => {} });
  bob = new FrameVault({ tell: () => {} });
  listener = new FrameVault({ tell: (one) => news.push(one) });
  ann.use(await keyOf(1, 5));
  bob.use(await keyOf(2, 5));
  listener.install('ann', await keyOf(1, 5));
  listener.install('bob', await keyOf(2, 5));
});

const voiceOf = (memberId: string) => ({ memberId, source: 'microphone', codec: 'opus' }) as const;

async function sealedVoice(vault: FrameVault): Promise<Uint8Array> {
  const stream = vault.takeStream('microphone');
  const sealed = await vault.seal(stream, 'opus', voice);
  vault.giveBackStream(stream);
  if (!sealed) throw new Error('nothing was sealed');
  return sealed;
}

test('a voice is opened under the name of whose it is, and none of it was in the clear', async () => {
  const sealed = await sealedVoice(ann);
  expect(Buffer.from(sealed).includes(Buffer.from(voice.subarray(8, 24)))).toBe(false);
  expect(await listener.open(voiceOf('ann'), sealed)).toEqual(voice);
  expect(news).toEqual([{ type: 'keyInUse', memberId: 'ann', key: { generation: 0, step: 0 } }]);
});

test('two members may have the same number, and still neither passes for the other', async () => {
  expect(await listener.open(voiceOf('bob'), await sealedVoice(ann))).toBeUndefined();
  expect(news).toEqual([{ type: 'misnamed', memberId: 'bob' }]);
  expect(await listener.open(voiceOf('bob'), await sealedVoice(ann))).toBeUndefined();
  expect(news).toHaveLength(1);
  expect(listener.counts).toMatchObject({ decrypted: 0, refused: 2 });
});

test('a stream of somebody with another number is told as misnamed, too', async () => {
  const cat = new FrameVault({ tell: () => {} });
  cat.use(await keyOf(3, 6));
  listener.install('cat', await keyOf(3, 6));
  expect(await listener.open(voiceOf('ann'), await sealedVoice(cat))).toBeUndefined();
  expect(news).toEqual([{ type: 'misnamed', memberId: 'ann' }]);
});

test('a voice that is given out twice is heard as whose it is, and misnamed as the other’s', async () => {
  const cat = new FrameVault({ tell: () => {} });
  cat.use(await keyOf(3, 6));
  listener.install('cat', await keyOf(3, 6));
  const [first, second] = [await sealedVoice(cat), await sealedVoice(cat)];
  expect(await listener.open(voiceOf('cat'), first)).toEqual(voice);
  expect(await listener.open(voiceOf('ann'), first)).toBeUndefined();
  expect(news).toContainEqual({ type: 'misnamed', memberId: 'ann' });
  // Nor does what was misnamed count as heard.
  expect(await listener.open(voiceOf('ann'), second)).toBeUndefined();
  expect(await listener.open(voiceOf('cat'), second)).toEqual(voice);
});

test('whose a stream is may be known only later, and it is told then', async () => {
  const cat = new FrameVault({ tell: () => {} });
  cat.use(await keyOf(3, 6));
  const dan = new FrameVault({ tell: () => {} });
  dan.use(await keyOf(4, 7));
  // A server that swaps them does so before anybody's key has come.
  const swapped = async () => {
    expect(await listener.open(voiceOf('cat'), await sealedVoice(dan))).toBeUndefined();
    expect(await listener.open(voiceOf('dan'), await sealedVoice(cat))).toBeUndefined();
  };
  await swapped();
  listener.install('cat', await keyOf(3, 6));
  await swapped();
  news.length = 0;
  listener.install('dan', await keyOf(4, 7));
  for (let frame = 0; frame < 3; frame += 1) await swapped();
  expect(news).toEqual([
    { type: 'misnamed', memberId: 'cat' },
    { type: 'misnamed', memberId: 'dan' },
  ]);
});

test('a stream that was under an older key than any that is held is told as misnamed once it is under a held one', async () => {
  const [held, older] = [
    { generation: 0, step: 1 },
    { generation: 0, step: 0 },
  ];
  const cat = new FrameVault({ tell: () => {} });
  // Whoever comes last is given the step that all go on with a moment later.
  cat.use(await keyOf(3, 6, older));
  listener.install('cat', await keyOf(4, 6, held));
  for (let frame = 0; frame < 3; frame += 1)
    expect(await listener.open(voiceOf('ann'), await sealedVoice(cat))).toBeUndefined();
  expect(news).toEqual([{ type: 'unknownKey', memberId: 'ann' }]);
  cat.use(await keyOf(4, 6, held));
  for (let frame = 0; frame < 3; frame += 1)
    expect(await listener.open(voiceOf('ann'), await sealedVoice(cat))).toBeUndefined();
  expect(news.slice(1)).toEqual([{ type: 'misnamed', memberId: 'ann' }]);
});

test('a screen does not pass for a camera of the same person', async () => {
  const stream = ann.takeStream('screen');
  const sealed = await ann.seal(stream, 'vp8', picture);
  const claim = { memberId: 'ann', codec: 'vp8' } as const;
  expect(await listener.open({ ...claim, source: 'camera' }, sealed as Uint8Array)).toBeUndefined();
  const again = await ann.seal(stream, 'vp8', picture);
  expect(await listener.open({ ...claim, source: 'screen' }, again as Uint8Array)).toEqual(picture);
});

test('a picture keeps the few bytes in the clear that the way needs, and they cannot be changed', async () => {
  const stream = ann.takeStream('camera');
  const sealed = (await ann.seal(stream, 'vp8', picture)) as Uint8Array;
  expect(sealed.subarray(0, 10)).toEqual(picture.subarray(0, 10));
  const claim = { memberId: 'ann', source: 'camera', codec: 'vp8' } as const;
  const wider = Uint8Array.from(sealed);
  wider[6] = 65;
  expect(await listener.open(claim, wider)).toBeUndefined();
  expect(await listener.open(claim, sealed)).toEqual(picture);
});

test('what was heard once is not heard again', async () => {
  const sealed = await sealedVoice(ann);
  expect(await listener.open(voiceOf('ann'), sealed)).toEqual(voice);
  expect(await listener.open(voiceOf('ann'), sealed)).toBeUndefined();
  expect(listener.counts).toMatchObject({ decrypted: 1, refused: 1 });
});

test('without a key nothing is sent, and nothing of a stranger is played', async () => {
  const mute = new FrameVault({ tell: () => {} });
  expect(await mute.seal(mute.takeStream('microphone'), 'opus', voice)).toBeUndefined();
  const stranger = new FrameVault({ tell: () => {} });
  stranger.use(await keyOf(9, 1));
  for (let frame = 0; frame < 3; frame += 1) {
    expect(await listener.open(voiceOf('eve'), await sealedVoice(stranger))).toBeUndefined();
  }
  expect(news).toEqual([{ type: 'unknownKey', memberId: 'eve' }]);
  expect(listener.counts.unknown).toBe(3);
});

test('what is no frame, or under a key that cannot be, is dropped and ends nothing', async () => {
  const noKey = Uint8Array.from([0x80 | 0x70, 0x10, 0, 0, 0, 0, 0, 0, 0, ...new Uint8Array(32)]);
  for (const memberId of ['ann', 'eve'])
    for (const frame of [new Uint8Array(), new Uint8Array(3).fill(255), noKey])
      expect(await listener.open(voiceOf(memberId), frame)).toBeUndefined();
  expect(await listener.open(voiceOf('ann'), await sealedVoice(ann))).toEqual(voice);
});

test('a key that was dropped opens nothing, and one that comes later opens what comes then', async () => {
  listener.drop('ann', { generation: 0, step: 0 });
  expect(await listener.open(voiceOf('ann'), await sealedVoice(ann))).toBeUndefined();
  const next = { generation: 1, step: 0 };
  ann.use(await keyOf(4, 5, next));
  listener.install('ann', await keyOf(4, 5, next));
  expect(await listener.open(voiceOf('ann'), await sealedVoice(ann))).toEqual(voice);
  listener.forget('ann');
  expect(await listener.open(voiceOf('ann'), await sealedVoice(ann))).toBeUndefined();
});

test('each stream of a kind has a number of its own, up to as many as may be sent', () => {
  const numbers = Array.from({ length: 4 }, () => ann.takeStream('screen'));
  expect(new Set(numbers).size).toBe(4);
  expect(() => ann.takeStream('screen')).toThrow(RangeError);
  ann.giveBackStream(numbers[1] as number);
  expect(ann.takeStream('screen')).toBe(numbers[1]);
});
