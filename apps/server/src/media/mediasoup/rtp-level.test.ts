import { expect, test } from '@jest/globals';
import { rtpAudioLevel } from './rtp-level.ts';

/** An RTP packet with the given header-extension bytes. */
function packet(extensions: number[], { csrcs = 0, profile = 0xbede } = {}): Uint8Array {
  const padded = [...extensions];
  while (padded.length % 4 !== 0) padded.push(0);
  const header = [0x90 | csrcs, 100, ...new Array(10 + csrcs * 4).fill(0)];
  return Uint8Array.from([...header, profile >> 8, profile & 0xff, 0, padded.length / 4, ...padded, 1, 2, 3]);
}

test('finds the level behind other extensions, padding and CSRCs, and drops the voice bit', () => {
  const mid = [0x11, 0x30, 0x31];
  expect(rtpAudioLevel(packet([...mid, 0, 0x60, 0x80 | 42], { csrcs: 2 }), 6)).toBe(42);
});

test('finds nothing where there is nothing, and survives packets cut anywhere', () => {
  expect(rtpAudioLevel(packet([0x10, 0x30]), 6)).toBeUndefined();
  expect(rtpAudioLevel(packet([0x60, 42], { profile: 0x1000 }), 6)).toBeUndefined();
  expect(rtpAudioLevel(packet([0xf0, 0x60, 42]), 6)).toBeUndefined();
  const whole = packet([0x60, 42]);
  for (let length = 0; length < whole.length; length++) {
    expect([42, undefined]).toContain(rtpAudioLevel(whole.subarray(0, length), 6));
  }
});
