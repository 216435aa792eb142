import { expect, test } from '@jest/globals';
import { counting } from '../testing/hex.ts';
import { roomKeys } from '../testing/one-room.ts';
import { ReactionTokens, reactionTokenBytes } from './reaction-token.ts';

test('everybody has the same token for the same emoji, and it tells them which', async () => {
  const [anna, bob] = [await ReactionTokens.of(await roomKeys()), await ReactionTokens.of(await roomKeys())];
  const token = await anna.seal('m1', '👩‍👩‍👧');
  expect(token).toHaveLength(reactionTokenBytes);
  expect(await bob.seal('m1', '👩‍👩‍👧')).toEqual(token);
  expect(await bob.open('m1', token)).toBe('👩‍👩‍👧');
  expect(await anna.seal('m2', '👩‍👩‍👧')).not.toEqual(token);
  expect(await anna.seal('m1', '👍')).not.toEqual(token);
});

test('a token is good for its message, in its room, unchanged', async () => {
  const tokens = await ReactionTokens.of(await roomKeys());
  const other = await ReactionTokens.of(await roomKeys(counting(2, 32)));
  const token = await tokens.seal('m1', '👍');
  await expect(tokens.open('m2', token)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(other.open('m1', token)).rejects.toMatchObject({ code: 'wrong_key' });
  await expect(tokens.open('m1', token.subarray(1))).rejects.toMatchObject({ code: 'malformed' });
  await expect(tokens.seal('m1', 'x'.repeat(64))).rejects.toThrow(RangeError);
});
