import { limits } from '@earshot/protocol';

/** How busy the whole server is. */
export interface Load {
  /** Mean delay of the event loop, in milliseconds. */
  readonly loopDelayMs: number;
  readonly joinsPerSecond: number;
}

/** How many bits of work stand before the next request; 0: none. Pure. */
export function difficulty({ load, strain }: { load: Load; strain: number }): number {
  return Math.max(bitsForLoad(load), bitsForStrain(strain));
}

/** The same for everybody: one bit for each half as much again. */
function bitsForLoad({ loopDelayMs, joinsPerSecond }: Load): number {
  const busy = Math.max(loopDelayMs / limits.busyLoopDelayMs, joinsPerSecond / limits.busyJoinsPerSecond);
  if (busy < 1) return 0;
  const bits = limits.puzzleBitsLeast + Math.floor(Math.log(busy) / Math.log(1.5));
  return Math.min(limits.puzzleBitsForLoad, bits);
}

/** For whoever asks for more than is free: the more, the harder. */
function bitsForStrain(strain: number): number {
  if (strain <= 0) return 0;
  const { puzzleBitsLeast: least, puzzleBitsMost: most } = limits;
  return least + Math.round(Math.min(1, strain) * (most - least));
}
