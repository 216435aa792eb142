/** What a scenario works with. */
export interface Bench {
  /** How often to measure; each scenario has a default of its own. */
  readonly runs: number | undefined;
  /** Aborted when the bench is to end: every wait ends with it. */
  readonly signal: AbortSignal;
  /** Says on standard error what is being done. */
  note(text: string): void;
}

export interface Report {
  /** What goes into the JSON object, behind the scenario's name. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** The same for people: lines without an end. */
  readonly lines: readonly string[];
}

/** Something to measure. It ends whatever it started, however it ends. */
export interface Scenario {
  /** What it measures, in a line. */
  readonly summary: string;
  run(bench: Bench): Promise<Report>;
}
