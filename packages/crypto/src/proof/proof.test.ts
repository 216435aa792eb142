import { beforeAll, expect, test } from '@jest/globals';
import type { Bytes } from '../bytes.ts';
import { type SigningKey, signingKeyFromSeed } from '../ed25519.ts';
import { counting } from '../testing/hex.ts';
import { signProof, verifyProof } from './proof.ts';
import { solveJoinPuzzle } from './puzzle.ts';
import { type JoinTranscript, joinTranscript } from './transcript.ts';

const bits = 8;
let auth: SigningKey;
let transcript: JoinTranscript;
let signature: Bytes;

beforeAll(async () => {
  auth = await signingKeyFromSeed(counting(3, 32));
  const nonce = counting(40, 32);
  transcript = {
    host: 'talk.example',
    roomId: counting(10, 16),
    epoch: 2,
    nonce,
    connectionId: counting(80, 16),
    signingKey: counting(100, 32),
    sealingKey: counting(140, 32),
    counter: await solveJoinPuzzle({ nonce, bits }),
  };
  signature = await signProof(auth, transcript);
});

const check = (more: Partial<JoinTranscript> = {}, verifier = auth.publicKey) =>
  verifyProof({ verifier, transcript: { ...transcript, ...more }, signature, bits });

test('lets in whoever signed for this connection with the secret of this room', async () => {
  await expect(check()).resolves.toBeUndefined();
  expect((await joinTranscript(transcript)).length).toBe(186);
});

test.each<[string, Partial<JoinTranscript>]>([
  ['another host', { host: 'talk.example:8443' }],
  ['another room', { roomId: counting(11, 16) }],
  ['another epoch', { epoch: 3 }],
  ['another connection', { connectionId: counting(81, 16) }],
  ['another signing key', { signingKey: counting(101, 32) }],
  ['another sealing key', { sealingKey: counting(141, 32) }],
])('is good for nothing but what it says: %s', async (_, changed) => {
  await expect(check(changed)).rejects.toMatchObject({ code: 'proof_invalid' });
});

test('is good for no other nonce and no other answer, though that solves the puzzle, too', async () => {
  const nonce = counting(41, 32);
  const counter = await solveJoinPuzzle({ nonce, bits });
  await expect(check({ nonce, counter })).rejects.toMatchObject({ code: 'proof_invalid' });
  await expect(check({ counter: -1 })).rejects.toMatchObject({ code: 'puzzle_unsolved' });
  await expect(check({ counter: transcript.counter + 2 ** 40 })).rejects.toMatchObject({
    code: 'puzzle_unsolved',
  });
});

test('is not made with what the server keeps', async () => {
  const thief = await signingKeyFromSeed(auth.publicKey);
  const forged = await signProof(thief, transcript);
  const claim = { verifier: auth.publicKey, transcript, signature: forged, bits };
  await expect(verifyProof(claim)).rejects.toMatchObject({ code: 'proof_invalid' });
});

test('wants a host as browsers write it', async () => {
  for (const host of ['https://talk.example', 'talk.example/', 'Talk.example', '']) {
    await expect(joinTranscript({ ...transcript, host })).rejects.toThrow(TypeError);
  }
});
