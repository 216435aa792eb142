import { createPublicKey, verify } from 'node:crypto';
import { leadsTo, revocationStatement, type Verify } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personKey } from '../identity/identity.ts';
import { newIdentity } from '../identity/key-pair-identity.ts';
import { LinkSecret } from './link-secret.ts';
import { newRecoveryBytes } from './recovery-code.ts';
import { recoveryIdentity } from './recovery-identity.ts';
import { revoke, vouch } from './vouch.ts';

const signedBy: Verify = ({ key, bytes, signature }) => {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
  return verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'));
};
const read = async (text: string) => (await LinkSecret.read(text)) as LinkSecret;

test('what is derived from a secret is this', async () => {
  const secret = await read('AAECAwQFBgcICQoLDA0ODw');
  expect(secret.text).toBe('AAECAwQFBgcICQoLDA0ODw');
  expect(secret.box).toBe('jV8oemPvtpSQvosRc5RcRg');
  expect(await secret.words('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toEqual([
    'pigeon',
    'saffron',
    'falcon',
  ]);
});

test('a link that was cut off, or has something added, is no secret', async () => {
  const { text } = await LinkSecret.make();
  expect(text).toMatch(/^[\w-]{22}$/);
  for (const wrong of ['', text.slice(1), `${text}A`, `${text.slice(0, 21)}B`, ` ${text}`]) {
    expect(await LinkSecret.read(wrong)).toBeUndefined();
  }
});

test('a letter is read with its secret and in its place only', async () => {
  const [secret, other] = await Promise.all([LinkSecret.make(), LinkSecret.make()]);
  const sealed = await secret.seal('ask', { key: 'ố' });
  expect(await (await read(secret.text)).open('ask', sealed)).toEqual({ key: 'ố' });
  await expect(secret.open('reply', sealed)).rejects.toThrow();
  await expect(other.open('ask', sealed)).rejects.toThrow();
  expect(await secret.seal('ask', { key: 'ố' })).not.toBe(sealed);
});

test('a letter with any bit changed is not read at all', async () => {
  const secret = await LinkSecret.make();
  const bytes = Buffer.from(await secret.seal('reply', { certificates: [] }), 'base64url');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
      const bent = Buffer.from(bytes);
      bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(secret.open('reply', bent.toString('base64url'))).rejects.toThrow();
    }),
  );
});

test('another key has other words, and so has another secret', async () => {
  const [secret, other] = await Promise.all([LinkSecret.make(), LinkSecret.make()]);
  const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`);
  const words = await Promise.all([...keys.map((key) => secret.words(key)), other.words('key 0')]);
  expect(new Set(words.map((each) => each.join(' '))).size).toBe(51);
  expect(words.every((each) => each.length === 3 && each.every(Boolean))).toBe(true);
});

test('a person’s key vouches for a device, that one for the next, and a recovery code for a new one', async () => {
  const [ann, phone, tablet] = await Promise.all([newIdentity(), newIdentity(), newIdentity()]);
  const issuedAtMs = 1_790_000_000_000;
  const first = await vouch(ann, { key: phone.key, purpose: 'device', issuedAtMs });
  expect(await leadsTo(first, phone.key, signedBy)).toBe(true);
  const linked = { ...phone, certificates: first };
  expect([personKey(ann), personKey(linked)]).toEqual([ann.key, ann.key]);

  const bytes = newRecoveryBytes();
  const { key } = await recoveryIdentity(bytes);
  const kept = await vouch(linked, { key, purpose: 'recovery', issuedAtMs });
  const recovered = await vouch(await recoveryIdentity(bytes, kept), {
    key: tablet.key,
    purpose: 'device',
    issuedAtMs,
  });
  expect(recovered.map((each) => each.person)).toEqual([ann.key, ann.key, ann.key]);
  expect(await leadsTo(recovered, tablet.key, signedBy)).toBe(true);

  const { signature, ...revocation } = await revoke(linked, { key: ann.key, revokedAtMs: issuedAtMs });
  expect(revocation).toEqual({
    person: ann.key,
    issuer: phone.key,
    key: ann.key,
    revokedAtMs: issuedAtMs,
  });
  expect(await signedBy({ key: phone.key, bytes: revocationStatement(revocation), signature })).toBe(true);
});
