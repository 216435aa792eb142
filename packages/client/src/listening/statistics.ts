import { entriesOf, grown, inMs, numberIn, type Stats, type StatsEntry, share } from './stats-entries.ts';

/** How sound goes one way. What the browser does not tell is left out. */
export interface Stream {
  readonly codec?: string | undefined;
  readonly bitsPerSecond?: number | undefined;
  /** Of the packets since the last look. */
  readonly lossRatio?: number | undefined;
  readonly jitterMs?: number | undefined;
}

export interface ReceivedStream extends Stream {
  /** What the jitter buffer holds back, so that sound does not break off. */
  readonly delayMs?: number | undefined;
  /** Sound that had to be made up, as a fraction of all; silence that was meant does not count. */
  readonly concealedRatio?: number | undefined;
}

export interface Path {
  /** How packets reach the server, or the relay before it. */
  readonly protocol: 'udp' | 'tcp' | 'tls';
  /** Over a TURN server. */
  readonly relayed: boolean;
  readonly roundTripMs?: number | undefined;
}

export interface Statistics {
  readonly path?: Path | undefined;
  /** The own microphone; left out while nothing is sent. */
  readonly sent?: Stream | undefined;
  /** What is received, by the id of its track. */
  readonly received: ReadonlyMap<string, ReceivedStream>;
}

/** The counters at one moment; statistics are what changed between two. */
export interface StatsLook {
  readonly atMs: number;
  readonly send: Stats | undefined;
  readonly recv: Stats | undefined;
}

/** What happened between two looks at a room's `getStats`; the first one has none before it. Pure. */
export function statistics(now: StatsLook, before?: StatsLook): Statistics {
  const [send, recv] = [entriesOf(now.send), entriesOf(now.recv)];
  const passedMs = before ? now.atMs - before.atMs : 0;
  const earlier = new Map<string, StatsEntry>();
  for (const entry of [...entriesOf(before?.send), ...entriesOf(before?.recv)]) earlier.set(entry.id, entry);
  const look = { passedMs, earlier: before ? earlier : undefined };

  const received = new Map<string, ReceivedStream>();
  for (const entry of recv.filter(isAudio('inbound-rtp'))) {
    if (typeof entry.trackIdentifier !== 'string') continue;
    received.set(entry.trackIdentifier, receivedStream(entry, { entries: recv, ...look }));
  }
  const out = send.find(isAudio('outbound-rtp'));
  return {
    path: pathOf(recv) ?? pathOf(send),
    sent: out && sentStream(out, { entries: send, ...look }),
    received,
  };
}

interface Look {
  entries: readonly StatsEntry[];
  passedMs: number;
  /** Undefined at the first look: counters then say what was since the beginning. */
  earlier: ReadonlyMap<string, StatsEntry> | undefined;
}

const isAudio = (type: string) => (entry: StatsEntry) => entry.type === type && entry.kind === 'audio';

function receivedStream(entry: StatsEntry, look: Look): ReceivedStream {
  const before = look.earlier?.get(entry.id);
  const more = (field: string) => grown(entry, before, field);
  const [lost, came] = [more('packetsLost'), more('packetsReceived')];
  const concealed = more('concealedSamples');
  const meant = more('silentConcealedSamples') ?? 0;
  const [held, emitted] = [more('jitterBufferDelay'), more('jitterBufferEmittedCount')];
  return {
    codec: codecOf(entry, look.entries),
    bitsPerSecond: rate(more('bytesReceived'), look),
    lossRatio: share(lost, (lost ?? 0) + (came ?? 0)),
    jitterMs: inMs(numberIn(entry, 'jitter')),
    delayMs: emitted ? inMs((held ?? 0) / emitted) : undefined,
    concealedRatio: share(concealed && Math.max(concealed - meant, 0), more('totalSamplesReceived')),
  };
}

/** What the server reports of what it gets (RTCP receiver reports, RFC 3550). */
function sentStream(entry: StatsEntry, look: Look): Stream {
  const report = look.entries.find(
    ({ type, localId }) => type === 'remote-inbound-rtp' && localId === entry.id,
  );
  return {
    codec: codecOf(entry, look.entries),
    bitsPerSecond: rate(grown(entry, look.earlier?.get(entry.id), 'bytesSent'), look),
    lossRatio: numberIn(report, 'fractionLost'),
    jitterMs: inMs(numberIn(report, 'jitter')),
  };
}

function rate(bytes: number | undefined, { passedMs, earlier }: Look): number | undefined {
  return bytes === undefined || !earlier || passedMs <= 0 ? undefined : (bytes * 8_000) / passedMs;
}

/** “opus”, of `audio/opus`. */
function codecOf({ codecId }: StatsEntry, entries: readonly StatsEntry[]): string | undefined {
  const codec = entries.find(({ id }) => id === codecId);
  const [, name] = String(codec?.mimeType ?? '').split('/');
  return name?.toLowerCase();
}

function pathOf(entries: readonly StatsEntry[]): Path | undefined {
  const transport = entries.find(({ type }) => type === 'transport');
  const pairs = entries.filter(({ type }) => type === 'candidate-pair');
  // Firefox names no chosen pair in its transport.
  const pair =
    pairs.find(({ id }) => id === transport?.selectedCandidatePairId) ??
    pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded');
  const local = entries.find(({ id }) => id === pair?.localCandidateId);
  if (!pair || !local) return undefined;
  const relayed = local.candidateType === 'relay';
  const protocol = relayed ? local.relayProtocol : local.protocol;
  return {
    protocol: protocol === 'tcp' || protocol === 'tls' ? protocol : 'udp',
    relayed,
    roundTripMs: inMs(numberIn(pair, 'currentRoundTripTime')),
  };
}
