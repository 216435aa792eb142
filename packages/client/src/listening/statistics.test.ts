import { expect, test } from '@jest/globals';
import { type StatsLook, statistics } from './statistics.ts';
import type { Stats, StatsEntry } from './stats-entries.ts';

const report = (...entries: StatsEntry[]): Stats => new Map(entries.map((entry) => [entry.id, entry]));

const codec = { type: 'codec', id: 'C', mimeType: 'audio/opus', clockRate: 48_000 };
const pair = {
  type: 'candidate-pair',
  id: 'P',
  localCandidateId: 'L',
  nominated: true,
  state: 'succeeded',
  currentRoundTripTime: 0.042,
};
const local = { type: 'local-candidate', id: 'L', candidateType: 'host', protocol: 'udp' };

function inbound(changes: Record<string, unknown>): StatsEntry {
  return { type: 'inbound-rtp', id: 'I', kind: 'audio', trackIdentifier: 'ann', codecId: 'C', ...changes };
}

const look = (atMs: number, recv: Stats, send?: Stats): StatsLook => ({ atMs, recv, send });

test('tells what came of a voice between two looks', () => {
  const before = inbound({
    packetsReceived: 1_000,
    packetsLost: 500,
    bytesReceived: 80_000,
    jitterBufferDelay: 100,
    jitterBufferEmittedCount: 1_000_000,
    totalSamplesReceived: 1_000_000,
    concealedSamples: 9_000,
    silentConcealedSamples: 8_000,
  });
  const now = inbound({
    packetsReceived: 1_045,
    packetsLost: 505,
    bytesReceived: 84_000,
    jitter: 0.007,
    jitterBufferDelay: 100 + 48_000 * 0.06,
    jitterBufferEmittedCount: 1_048_000,
    totalSamplesReceived: 1_048_000,
    concealedSamples: 9_000 + 4_800,
    silentConcealedSamples: 8_000 + 2_400,
  });
  const { received } = statistics(look(2_000, report(now, codec)), look(1_000, report(before, codec)));
  expect(received.get('ann')).toEqual({
    codec: 'opus',
    bitsPerSecond: 32_000,
    lossRatio: 0.1,
    jitterMs: 7,
    delayMs: expect.closeTo(60),
    concealedRatio: 0.05,
  });
});

test('tells how the own voice arrives, as the server reports it', () => {
  const out = { type: 'outbound-rtp', id: 'O', kind: 'audio', codecId: 'C', bytesSent: 4_000 };
  const heard = {
    type: 'remote-inbound-rtp',
    id: 'R',
    kind: 'audio',
    localId: 'O',
    fractionLost: 0.25,
    jitter: 0.01,
  };
  const now = look(1_500, report(), report({ ...out, bytesSent: 9_000 }, heard, codec));
  expect(statistics(now, look(500, report(), report(out))).sent).toEqual({
    codec: 'opus',
    bitsPerSecond: 40_000,
    lossRatio: 0.25,
    jitterMs: 10,
  });
});

test.each<[Record<string, unknown>, object]>([
  [{}, { protocol: 'udp', relayed: false }],
  [{ protocol: 'tcp' }, { protocol: 'tcp', relayed: false }],
  [
    { candidateType: 'relay', relayProtocol: 'tls' },
    { protocol: 'tls', relayed: true },
  ],
])('a path over %j is %j', (changes, path) => {
  const { path: found } = statistics(look(0, report(pair, { ...local, ...changes })));
  expect(found).toEqual({ ...path, roundTripMs: 42 });
});

test('the pair that the transport names is the path, not one that was tried', () => {
  const transport = { type: 'transport', id: 'T', selectedCandidatePairId: 'P' };
  const tried = { ...pair, id: 'X', localCandidateId: 'M' };
  const other = { ...local, id: 'M', protocol: 'tcp' };
  const { path } = statistics(look(0, report(tried, other, transport, pair, local)));
  expect(path?.protocol).toBe('udp');
});

test('what is not told is left open, and a counter that began anew is no negative number', () => {
  expect(statistics(look(0, report()))).toEqual({ path: undefined, sent: undefined, received: new Map() });
  const { received } = statistics(
    look(2_000, report(inbound({ bytesReceived: 10 }))),
    look(1_000, report(inbound({ bytesReceived: 1_000 }))),
  );
  expect(received.get('ann')?.bitsPerSecond).toBeUndefined();
});
