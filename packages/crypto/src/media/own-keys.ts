import { privateLimits } from '../limits.ts';
import { generations, type KeyName, sameKey, steps } from '../members/key-name.ts';

/** A member of this visit, however it is written. */
export type Visit = string;

/** With which key one's own media is sealed, and what is under way to the next one. */
export interface OwnKeys {
  readonly current: KeyName;
  /** Everybody else in the room who has proved to belong there. */
  readonly members: ReadonlySet<Visit>;
  readonly change: KeyChange;
}

export type KeyChange =
  | { readonly at: 'none' }
  /** Somebody left: until then others who leave are left out by the same new key. */
  | { readonly at: 'gathering'; readonly dueMs: number }
  /** The next key is with the members: it is used when all have said so, or at `untilMs`. */
  | {
      readonly at: 'switching';
      readonly next: KeyName;
      readonly waitingFor: ReadonlySet<Visit>;
      readonly untilMs: number;
      /** Somebody left who knows the next key: by then there must be another one. */
      readonly gatherDueMs?: number;
    };

export type OwnKeysEvent =
  /** Their card has been read, and is right. */
  | { readonly on: 'joined'; readonly member: Visit; readonly nowMs: number }
  | { readonly on: 'left'; readonly member: Visit; readonly nowMs: number }
  | { readonly on: 'acknowledged'; readonly member: Visit; readonly key: KeyName; readonly nowMs: number }
  | { readonly on: 'time'; readonly nowMs: number };

/** What is to be done, in this order. */
export type OwnKeysEffect =
  /** Derive this key from the newest one. */
  | { readonly do: 'ratchet'; readonly key: KeyName }
  /** Draw this key at random. */
  | { readonly do: 'renew'; readonly key: KeyName }
  /** Tell those who hold the key before that it is ratcheted. */
  | { readonly do: 'announce'; readonly key: KeyName; readonly members: readonly Visit[] }
  | { readonly do: 'seal'; readonly key: KeyName; readonly members: readonly Visit[] }
  /** Seal with this key from the next frame on, and forget every one before. */
  | { readonly do: 'use'; readonly key: KeyName };

interface Step {
  readonly state: OwnKeys;
  readonly effects: readonly OwnKeysEffect[];
}

/** Alone, with a key drawn at random. */
export const firstOwnKeys: OwnKeys = {
  current: { generation: 0, step: 0 },
  members: new Set(),
  change: { at: 'none' },
};

/** When `time` is to be told next. */
export function ownKeysDueMs({ change }: OwnKeys): number | undefined {
  if (change.at === 'none') return undefined;
  if (change.at === 'gathering') return change.dueMs;
  return Math.min(change.untilMs, change.gatherDueMs ?? Number.POSITIVE_INFINITY);
}

/** Who leaves knows no key that is used later than 1.25 s after that; who joins knows none used before. */
export function stepOwnKeys(state: OwnKeys, event: OwnKeysEvent): Step {
  switch (event.on) {
    case 'joined':
      return joined(state, event.member, event.nowMs);
    case 'left':
      return left(state, event.member, event.nowMs);
    case 'acknowledged':
      return acknowledged(state, event);
    case 'time':
      return passed(state, event.nowMs);
  }
}

function joined(state: OwnKeys, member: Visit, nowMs: number): Step {
  if (state.members.has(member)) return { state, effects: [] };
  const members = new Set(state.members).add(member);
  const { change, current } = state;
  // The new key that is to come will be theirs as well.
  if (change.at === 'gathering') return { state: { ...state, members }, effects: [] };
  if (change.at === 'switching') {
    // Nothing has been sealed with the next key yet.
    const waitingFor = new Set(change.waitingFor).add(member);
    return {
      state: { ...state, members, change: { ...change, waitingFor } },
      effects: [{ do: 'seal', key: change.next, members: [member] }],
    };
  }
  if (current.step + 1 === steps)
    return renew({ ...state, members }, current, nowMs + privateLimits.switchMs);
  const next = { generation: current.generation, step: current.step + 1 };
  const effects: OwnKeysEffect[] = [{ do: 'ratchet', key: next }];
  if (state.members.size > 0) effects.push({ do: 'announce', key: next, members: [...state.members] });
  effects.push({ do: 'seal', key: next, members: [member] });
  const untilMs = nowMs + privateLimits.switchMs;
  return {
    state: { ...state, members, change: { at: 'switching', next, waitingFor: members, untilMs } },
    effects,
  };
}

function left(state: OwnKeys, member: Visit, nowMs: number): Step {
  if (!state.members.has(member)) return { state, effects: [] };
  const members = without(state.members, member);
  const { change } = state;
  const dueMs = nowMs + privateLimits.gatherMs;
  switch (change.at) {
    case 'none':
      return { state: { ...state, members, change: { at: 'gathering', dueMs } }, effects: [] };
    case 'gathering':
      return { state: { ...state, members }, effects: [] };
    case 'switching': {
      const waitingFor = without(change.waitingFor, member);
      const next = { ...change, waitingFor, gatherDueMs: change.gatherDueMs ?? dueMs };
      return whenAllHaveIt({ ...state, members, change: next });
    }
  }
}

function acknowledged(state: OwnKeys, { member, key }: { member: Visit; key: KeyName }): Step {
  const { change } = state;
  if (change.at !== 'switching' || !sameKey(change.next, key)) return { state, effects: [] };
  return whenAllHaveIt({ ...state, change: { ...change, waitingFor: without(change.waitingFor, member) } });
}

function passed(state: OwnKeys, nowMs: number): Step {
  const { change } = state;
  if (change.at === 'gathering' && nowMs >= change.dueMs) {
    return renew(state, state.current, nowMs + privateLimits.switchMs);
  }
  if (change.at !== 'switching') return { state, effects: [] };
  if (nowMs >= change.untilMs) {
    const switched = use(state, change);
    const later = passed(switched.state, nowMs);
    return { state: later.state, effects: [...switched.effects, ...later.effects] };
  }
  // The end stays where it is: who left first must not hear on because others leave, too.
  if (nowMs >= (change.gatherDueMs ?? Number.POSITIVE_INFINITY))
    return renew(state, change.next, change.untilMs);
  return { state, effects: [] };
}

function renew(state: OwnKeys, newest: KeyName, untilMs: number): Step {
  const next = { generation: (newest.generation + 1) % generations, step: 0 };
  const effects: OwnKeysEffect[] = [{ do: 'renew', key: next }];
  if (state.members.size > 0) effects.push({ do: 'seal', key: next, members: [...state.members] });
  const change = { at: 'switching', next, waitingFor: state.members, untilMs } as const;
  const after = whenAllHaveIt({ ...state, change });
  return { state: after.state, effects: [...effects, ...after.effects] };
}

function whenAllHaveIt(state: OwnKeys): Step {
  const { change } = state;
  if (change.at !== 'switching' || change.waitingFor.size > 0) return { state, effects: [] };
  return use(state, change);
}

function use(state: OwnKeys, { next, gatherDueMs }: Extract<KeyChange, { at: 'switching' }>): Step {
  const change: KeyChange =
    gatherDueMs === undefined ? { at: 'none' } : { at: 'gathering', dueMs: gatherDueMs };
  return { state: { ...state, current: next, change }, effects: [{ do: 'use', key: next }] };
}

function without(members: ReadonlySet<Visit>, member: Visit): ReadonlySet<Visit> {
  return new Set([...members].filter((one) => one !== member));
}
