/** How one wants to hear somebody. */
export interface Volume {
  /** 0 is silence, 1 is as they come, 2 is twice the amplitude (+6 dB). */
  readonly volume: number;
  /** Not heard here; nobody else notices. */
  readonly muted: boolean;
}

export const maxVolume = 2;

/** Somebody about whom nothing was said. */
export const plainVolume: Volume = { volume: 1, muted: false };

/** Remembers volumes beyond one visit, by the key of the person. */
export interface VolumeMemory {
  recall(key: string): Volume | undefined;
  /** @param volume undefined: as if nothing had ever been said. */
  keep(key: string, volume: Volume | undefined): void;
}

export function sameVolume(one: Volume, other: Volume): boolean {
  return one.volume === other.volume && one.muted === other.muted;
}

/** @returns the volume with what is asked for, within what there is. */
export function changedVolume(volume: Volume, change: Partial<Volume>): Volume {
  const next = { ...volume, ...change };
  const within = Number.isFinite(next.volume) ? Math.min(Math.max(next.volume, 0), maxVolume) : volume.volume;
  return { volume: within, muted: next.muted };
}
