/** Where the guests of one process go. */
export interface GuestsAt {
  readonly server: string;
  readonly room: string;
  /** 32 bytes. */
  readonly linkKey: readonly number[];
}

/** Which key each member seals with now, by id. */
export type UsedKeys = ReadonlyMap<string, { readonly generation: number; readonly step: number }>;

/** By the wall clock, in ms: that is the same in all processes. */
export interface Rekeyed {
  /** The first of the guests saw the leave. */
  readonly sawAtMs: number;
  /** The last of them uses another key. */
  readonly usedAtMs: number;
  /** The last of them holds another key of everybody. */
  readonly heldAtMs: number;
  /** What it took of the processor, for all of them together. */
  readonly busyMs: number;
}

/** What a process with guests is asked. */
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
