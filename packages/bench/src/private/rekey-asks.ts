/** Where the guests of a thread go. */
export interface GuestsAt {
  readonly server: string;
  readonly room: string;
  readonly linkKey: Uint8Array<ArrayBuffer>;
}

/** Which key each member seals with now, by id. */
export type UsedKeys = ReadonlyMap<string, { readonly generation: number; readonly step: number }>;

/** By the wall clock, in ms: that is the same in all threads. */
export interface Rekeyed {
  /** The first of the thread's guests saw the leave. */
  readonly sawAtMs: number;
  /** The last of them uses another key. */
  readonly usedAtMs: number;
  /** The last of them holds another key of everybody. */
  readonly heldAtMs: number;
}

/** What a thread of guests is asked. */
export type Ask =
  | { readonly do: 'enter'; readonly count: number; readonly create: boolean }
  | { readonly do: 'used' }
  | { readonly do: 'lacking'; readonly used: UsedKeys }
  | { readonly do: 'last' }
  | { readonly do: 'expect'; readonly leaving: string; readonly used: UsedKeys }
  | { readonly do: 'leave' }
  | { readonly do: 'rekeyed' };

/** What it answers. */
export interface Asked {
  readonly enter: undefined;
  readonly used: UsedKeys;
  /** How many keys in use its guests do not hold, all together. */
  readonly lacking: number;
  /** The id of the guest who would leave next. */
  readonly last: string;
  readonly expect: undefined;
  readonly leave: undefined;
  /** Once all of them hold another key of everybody. */
  readonly rekeyed: Rekeyed;
}
