import { limits, type Member } from '@earshot/protocol';

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

/** Whose volume it is: everybody with one key is one person; without a key it is the member alone. */
export type Heard = Pick<Member, 'id' | 'key'>;

/** Remembers volumes, best by key and beyond one visit. It is asked often: look up, do not read from a disk. */
export interface VolumeMemory {
  recall(person: Heard): Volume | undefined;
  /** @param volume undefined: as if nothing had ever been said. */
  keep(person: Heard, volume: Volume | undefined): void;
}

/** More than any room has people. */
const maxVolumes = 4 * limits.roomMembers;

/** Remembers as long as it is there; beyond its bound, what was set longest ago is forgotten. */
export class BriefVolumes implements VolumeMemory {
  readonly #volumes = new Map<string, Volume>();

  recall({ id, key }: Heard): Volume | undefined {
    return this.#volumes.get(key || id);
  }

  keep({ id, key }: Heard, volume: Volume | undefined): void {
    this.#volumes.delete(key || id);
    if (!volume) return;
    this.#volumes.set(key || id, volume);
    const [oldest] = this.#volumes.keys();
    if (this.#volumes.size > maxVolumes && oldest) this.#volumes.delete(oldest);
  }
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
