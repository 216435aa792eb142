import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonCodec, msgpackCodec } from '../codec.ts';
import { limits } from '../limits.ts';
import { defaultRoomSettings } from '../room-settings.ts';
import { routerRtpCapabilities } from '../router-capabilities.ts';
import { SeededKey, verifySignature } from '../testing/key-seed.ts';
import { type Certificate, CertificateChain, certificateStatement } from './certificate.ts';
import { chainEndsAtMs, leadsTo } from './chain.ts';
import { revocationStatement } from './revocation.ts';

const [ann, phone, code, tablet, stranger] = [1, 2, 3, 4, 5].map((seed) => new SeededKey(seed)) as [
  SeededKey,
  SeededKey,
  SeededKey,
  SeededKey,
  SeededKey,
];
const issuedAtMs = 1_790_000_000_000;
const vouch = (by: SeededKey, change: Partial<Certificate> = {}) =>
  by.certify({ person: ann.key, key: phone.key, purpose: 'device', issuedAtMs, ...change });

const direct = [vouch(ann)];
const recovered = [
  vouch(ann, { key: code.key, purpose: 'recovery' }),
  vouch(code, { key: tablet.key, issuedAtMs: issuedAtMs + 1 }),
];
const onward = [...recovered, vouch(tablet, { expiresAtMs: issuedAtMs + 5 })];
const holds = (chain: Certificate[], holder: SeededKey) => leadsTo(chain, holder.key, verifySignature);

test('what is signed is this, byte by byte, and so is its signature', () => {
  const { signature, ...certificate } = vouch(ann, { expiresAtMs: 9 });
  expect(ann.key).toBe('iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w');
  expect(Buffer.from(certificateStatement(certificate, ann.key)).toString('latin1')).toBe(
    `\0\0\0\x16earshot certificate v1\0\0\0+${ann.key}\0\0\0+${ann.key}\0\0\0+${phone.key}\0\0\0\x06device\0\0\0\r1790000000000\0\0\0\x019`,
  );
  expect(signature).toBe(
    'FJ3dcd89U8mvmqLEK_sHE_R20JakyMVYISZFRYjtBjlN67c6Jka4ITC8KhdB2YBqC8KECL3YrwytfHPNDYF5Ag',
  );
  expect(
    Buffer.from(
      revocationStatement({ person: ann.key, issuer: phone.key, key: ann.key, revokedAtMs: 7 }),
    ).toString('latin1'),
  ).toBe(`\0\0\0\x15earshot revocation v1\0\0\0+${ann.key}\0\0\0+${phone.key}\0\0\0+${ann.key}\0\0\0\x017`);
});

test.each([
  ['from the first key to a device', direct, phone],
  ['over the recovery code', recovered, tablet],
  ['over the recovery code and the device that came by it', onward, phone],
])('a chain leads %s', async (_way, chain, holder) => {
  expect(CertificateChain.safeParse(chain).success).toBe(true);
  expect(await holds(chain, holder)).toBe(true);
});

const wrong: Record<string, [Certificate[], SeededKey]> = {
  'is empty': [[], phone],
  'leads to another key': [direct, tablet],
  'was signed by the device itself': [[vouch(phone)], phone],
  'was signed by a stranger': [[vouch(stranger)], phone],
  'has lost its beginning': [[vouch(code, { key: tablet.key })], tablet],
  'stands the other way round': [[...recovered].reverse(), code],
  'changes the person on the way': [
    [vouch(ann), vouch(phone, { person: stranger.key, key: tablet.key })],
    tablet,
  ],
  'is that of another person': [[vouch(stranger, { person: stranger.key }), ...direct], phone],
  'goes in a circle': [[vouch(ann), vouch(phone, { key: ann.key })], ann],
  'stands still': [[vouch(ann), vouch(phone)], phone],
  'makes a recovery code with one': [
    [recovered[0] as Certificate, vouch(code, { key: stranger.key, purpose: 'recovery' })],
    stranger,
  ],
};
test.each(Object.keys(wrong))('a chain that %s leads nowhere', async (name) => {
  const [chain, holder] = wrong[name] as [Certificate[], SeededKey];
  expect(await holds(chain, holder)).toBe(false);
});

test('a device makes no recovery code of a certificate for a device, nor the other way round', async () => {
  for (const [certificate] of [direct, recovered]) {
    const { purpose, key } = certificate as Certificate;
    const other = { ...certificate, purpose: purpose === 'device' ? 'recovery' : 'device' } as Certificate;
    expect(await leadsTo([other], key, verifySignature)).toBe(false);
  }
});

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bent = (text: string, place: number, by: number) => {
  const letter = text.charAt(place % text.length);
  const other = base64url.charAt((base64url.indexOf(letter) + by) % 64);
  return text.slice(0, place % text.length) + other + text.slice((place % text.length) + 1);
};

describe('whatever is changed in a chain, it does not hold any more:', () => {
  test('a letter of a key or a signature', async () => {
    const change = fc.record({
      index: fc.nat(onward.length - 1),
      field: fc.constantFrom('person', 'key', 'signature' as const),
      place: fc.nat(),
      by: fc.integer({ min: 1, max: 63 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ index, field, place, by }) => {
        const chain = onward.map((each, at) =>
          at === index ? { ...each, [field]: bent(each[field as 'key'], place, by) } : each,
        );
        const read = CertificateChain.safeParse(chain);
        expect(read.success && (await leadsTo(chain, phone.key, verifySignature))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a time', async () => {
    const change = fc.record({
      index: fc.nat(onward.length - 1),
      field: fc.constantFrom('issuedAtMs', 'expiresAtMs'),
      ms: fc.option(fc.nat(Number.MAX_SAFE_INTEGER), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ index, field, ms }) => {
        const was = onward[index]?.[field as 'issuedAtMs'];
        fc.pre(ms !== was);
        const chain = onward.map((each, at) => (at === index ? { ...each, [field]: ms } : each));
        expect(await holds(chain as Certificate[], phone)).toBe(false);
      }),
    );
  });

  test('which certificates it has, and their order', async () => {
    const other = [
      vouch(stranger, { person: stranger.key, key: code.key }),
      vouch(phone, { key: tablet.key }),
      ...direct,
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...onward, ...other]), async (chain) => {
        fc.pre(chain.length > 0 && chain.length <= limits.certificates);
        const right = [[...onward], direct].some((each) => JSON.stringify(each) === JSON.stringify(chain));
        expect(await holds(chain, phone)).toBe(right);
      }),
      { numRuns: 300 },
    );
  });
});

test('a chain ends with the first of its certificates', () => {
  expect(chainEndsAtMs(direct)).toBe(Number.POSITIVE_INFINITY);
  expect(chainEndsAtMs([...onward, vouch(phone, { expiresAtMs: issuedAtMs + 9 })])).toBe(issuedAtMs + 5);
});

test('whoever makes a room with all that can be said of it joins by the longest chain in one frame', () => {
  const longest = Array.from({ length: limits.certificates }, () => vouch(ann, { expiresAtMs: issuedAtMs }));
  expect(CertificateChain.safeParse(longest).success).toBe(true);
  expect(CertificateChain.safeParse([...longest, vouch(ann)]).success).toBe(false);
  const text = (graphemes: number) => 'ố'.repeat(graphemes);
  const params = {
    room: text(limits.roomNameGraphemes),
    name: text(limits.memberNameGraphemes),
    rtpCapabilities: routerRtpCapabilities,
    returning: 'x'.repeat(32),
    sources: ['camera', 'screen', 'screenSound'],
    identity: { key: ann.key, signature: longest[0]?.signature ?? '', certificates: longest },
    create: {
      ...defaultRoomSettings,
      topic: text(limits.roomTopicGraphemes),
      tags: Array.from(
        { length: limits.roomTags },
        (_, index) => `${index}${text(limits.roomTagGraphemes - 1)}`,
      ),
    },
    solution: { challenge: 'x'.repeat(200), answer: 'x'.repeat(20) },
  };
  for (const codec of [msgpackCodec, jsonCodec]) {
    const frame = codec.encode({ jsonrpc: '2.0', id: 1, method: 'join', params });
    expect(Buffer.byteLength(frame)).toBeLessThan(limits.frameBytesBeforeJoin);
  }
});
