import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';
import { comesAfter, type KeyName, sameKey } from '../members/key-name.ts';

/** Which of another member's keys are held, oldest first. */
export interface HeldKeys {
  readonly held: readonly HeldKey[];
}

interface HeldKey {
  readonly key: KeyName;
  /** When it is to be forgotten; the newest one has no such time. */
  readonly dropAtMs?: number;
}

export type HeldKeysEvent =
  /** A sealed key of theirs was opened. */
  | { readonly on: 'opened'; readonly key: KeyName; readonly nowMs: number }
  /** Their notice was read: ratchet. */
  | { readonly on: 'announced'; readonly key: KeyName; readonly nowMs: number }
  /** A frame has proved to be sealed with this key. */
  | { readonly on: 'frame'; readonly key: KeyName; readonly nowMs: number }
  | { readonly on: 'time'; readonly nowMs: number };

export type HeldKeysEffect =
  | { readonly do: 'install'; readonly key: KeyName }
  /** Derive a key by ratcheting the newest one that was held before, `times` over. */
  | { readonly do: 'ratchet'; readonly from: KeyName; readonly key: KeyName; readonly times: number }
  | { readonly do: 'acknowledge'; readonly key: KeyName }
  | { readonly do: 'drop'; readonly key: KeyName };

interface Step {
  readonly state: HeldKeys;
  readonly effects: readonly HeldKeysEffect[];
}

/** Whoever sends more keys than can be in use together loses the oldest. */
const mostHeld = 4;

export const noHeldKeys: HeldKeys = { held: [] };

/** When `time` is to be told next. */
export function heldKeysDueMs({ held }: HeldKeys): number | undefined {
  const due = held.flatMap(({ dropAtMs }) => dropAtMs ?? []);
  return due.length > 0 ? Math.min(...due) : undefined;
}

/** @throws CryptoError `replayed` for a key that came before, `unknown_key` for a step of one never held */
export function stepHeldKeys(state: HeldKeys, event: HeldKeysEvent): Step {
  const newest = state.held.at(-1)?.key;
  switch (event.on) {
    case 'opened':
      if (newest && sameKey(newest, event.key))
        return { state, effects: [{ do: 'acknowledge', key: event.key }] };
      if (newest && !comesAfter(newest, event.key)) throw new CryptoError('replayed');
      return install(state, event, { do: 'install', key: event.key });
    case 'announced': {
      if (!newest || newest.generation !== event.key.generation) throw new CryptoError('unknown_key');
      const times = event.key.step - newest.step;
      if (times === 0) return { state, effects: [{ do: 'acknowledge', key: event.key }] };
      if (times < 0) throw new CryptoError('replayed');
      return install(state, event, { do: 'ratchet', from: newest, key: event.key, times });
    }
    case 'frame':
      return { state: retire(state, event.key, event.nowMs + privateLimits.previousKeyMs), effects: [] };
    case 'time':
      return drop(state, ({ dropAtMs }) => dropAtMs !== undefined && dropAtMs <= event.nowMs);
  }
}

function install(
  state: HeldKeys,
  { key, nowMs }: { key: KeyName; nowMs: number },
  effect: HeldKeysEffect,
): Step {
  // Its sender switches within a second, also while muted: then no frame would ever say so.
  const { switchMs, previousKeyMs } = privateLimits;
  const grown = retire({ held: [...state.held, { key }] }, key, nowMs + switchMs + previousKeyMs);
  const { state: fewer, effects } = drop(grown, (_, at) => at < grown.held.length - mostHeld);
  return { state: fewer, effects: [effect, ...effects, { do: 'acknowledge', key }] };
}

/** Gives every key before this one an end, or an earlier one. */
function retire({ held }: HeldKeys, key: KeyName, dropAtMs: number): HeldKeys {
  return {
    held: held.map((one) =>
      comesAfter(one.key, key)
        ? { ...one, dropAtMs: Math.min(one.dropAtMs ?? Number.POSITIVE_INFINITY, dropAtMs) }
        : one,
    ),
  };
}

function drop({ held }: HeldKeys, which: (one: HeldKey, at: number) => boolean): Step {
  const gone = held.filter(which);
  return {
    state: gone.length === 0 ? { held } : { held: held.filter((one) => !gone.includes(one)) },
    effects: gone.map(({ key }) => ({ do: 'drop', key })),
  };
}
