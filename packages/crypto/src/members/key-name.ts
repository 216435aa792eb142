/** One of a sender's keys: which of its random keys, and how often that was ratcheted. */
export interface KeyName {
  /** 0 to 1,023, round and round. */
  readonly generation: number;
  /** 0 to 15. */
  readonly step: number;
}

export const generations = 1_024;
export const steps = 16;

export function sameKey(a: KeyName, b: KeyName): boolean {
  return a.generation === b.generation && a.step === b.step;
}

/** How many generations `b` is ahead of `a`, from -512 to 511. */
function generationsAhead(a: KeyName, b: KeyName): number {
  return ((b.generation - a.generation + generations + generations / 2) % generations) - generations / 2;
}

/** Whether `b` comes after `a`, in the order in which one sender uses its keys. */
export function comesAfter(a: KeyName, b: KeyName): boolean {
  const ahead = generationsAhead(a, b);
  return ahead > 0 || (ahead === 0 && b.step > a.step);
}
