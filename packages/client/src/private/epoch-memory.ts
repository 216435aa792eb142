/** Remembers the newest epoch that was seen of each room, so that a server cannot bring back an old password. */
export interface EpochMemory {
  /** @returns undefined for a room that was never seen */
  newest(room: string): Promise<number | undefined>;
  saw(room: string, epoch: number): Promise<void>;
}

/** Rooms that are remembered; beyond it the one that was seen longest ago is forgotten. */
const maxRooms = 256;

/** For as long as the program runs. */
export class BriefEpochs implements EpochMemory {
  readonly #epochs = new Map<string, number>();

  async newest(room: string): Promise<number | undefined> {
    return this.#epochs.get(room);
  }

  async saw(room: string, epoch: number): Promise<void> {
    const newest = Math.max(epoch, this.#epochs.get(room) ?? 0);
    this.#epochs.delete(room);
    this.#epochs.set(room, newest);
    if (this.#epochs.size > maxRooms) this.#epochs.delete(this.#epochs.keys().next().value as string);
  }
}
