/**
 * Where everybody is brought to: -23 dBov of speech, the loudness that broadcasting agreed on (EBU R 128,
 * there in LUFS). RFC 6464 levels have no frequency weighting, which for voices makes little difference.
 */
const targetDbov = -23;
/** A whisper does not become a shout, and a shout stays one. */
const mostDb = 9;
/** Quieter packets are breath and rooms, not speech: they do not count. */
const gateDbov = -55;
/** As EBU R 128's relative gate: what is this much quieter than the speech so far is a pause in it. */
const pauseDb = 12;
/** A cough or a laugh weighs no more than speech that is this much louder than before. */
const burstDb = 10;
/** Speech is averaged over about this much of it. */
const memoryMs = 4_000;
/** So much speech has to be heard before anything is changed. */
const listenFirstMs = 800;
/** A gain that is as good as right is left alone. */
const restDb = 0.5;
/** How fast a gain moves, per second of speech: too slow to be heard as pumping. */
const raiseDbPerS = 2;
const lowerDbPerS = 4;
/** Reports come every 80 ms; whatever was longer ago was silence, and is not counted as speech. */
const longestStepMs = 200;

/** What one listener's side knows of one voice. */
export interface Levelling {
  /** Mean power of the speech so far, as a fraction of full scale; 0 before there was any. */
  readonly power: number;
  /** Speech heard so far, up to `memoryMs`. */
  readonly heardMs: number;
  readonly gainDb: number;
}

export const untouched: Levelling = { power: 0, heardMs: 0, gainDb: 0 };

const powerOf = (db: number) => 10 ** (db / 10);
const dbOf = (power: number) => 10 * Math.log10(power);

/**
 * Hears one more report of a level (RFC 6464, in dBov) and moves the gain. Only speech moves it: in silence
 * nothing happens, so background noise is never pulled up. Pure.
 */
export function level(
  levelling: Levelling,
  { dbov, passedMs }: { dbov: number; passedMs: number },
): Levelling {
  const { power, heardMs } = levelling;
  if (dbov < gateDbov || (heardMs >= listenFirstMs && dbov < dbOf(power) - pauseDb)) return levelling;
  const stepMs = Math.min(passedMs, longestStepMs);
  const heard = Math.min(heardMs + stepMs, memoryMs);
  // A plain mean at first, so that the first word does not weigh more than the others; then a moving one.
  const share = heard > 0 ? stepMs / heard : 1;
  const most = heardMs >= listenFirstMs ? power * powerOf(burstDb) : 1;
  const next = power + (Math.min(powerOf(dbov), most) - power) * share;
  if (heard < listenFirstMs) return { ...levelling, power: next, heardMs: heard };
  return { power: next, heardMs: heard, gainDb: moved(levelling.gainDb, wanted(next), stepMs) };
}

function wanted(power: number): number {
  return Math.min(Math.max(targetDbov - dbOf(power), -mostDb), mostDb);
}

function moved(gainDb: number, wantedDb: number, stepMs: number): number {
  const missing = wantedDb - gainDb;
  if (Math.abs(missing) < restDb) return gainDb;
  const mostUp = (raiseDbPerS * stepMs) / 1_000;
  const mostDown = (lowerDbPerS * stepMs) / 1_000;
  return gainDb + Math.min(Math.max(missing, -mostDown), mostUp);
}

/** The gain as a factor of the amplitude. */
export function factorOf({ gainDb }: Levelling): number {
  return 10 ** (gainDb / 20);
}
