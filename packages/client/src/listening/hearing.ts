import { type Clock, Emitter } from '@earshot/lifetime';
import type { Member, MemberId } from '@earshot/protocol';
import type { Playback } from '../engine.ts';
import type { Levels } from '../snapshot.ts';
import { callOut } from '../snapshot-store.ts';
import { factorOf, type Levelling, level, untouched } from './leveller.ts';
import {
  BriefVolumes,
  changedVolume,
  plainVolume,
  sameVolume,
  type Volume,
  type VolumeMemory,
} from './volume.ts';

/** How one hears the others in a room. All of it is on this side only: nobody else notices. */
export interface Hearing {
  volumeOf(id: MemberId): Volume;
  /** Everybody with the same key is changed with them. Volumes are brought within 0 to 2. */
  setVolume(id: MemberId, change: Partial<Volume>): void;
  /** Whether everyone is brought to about the same loudness. */
  readonly levelling: boolean;
  setLevelling(on: boolean): void;
  /** The factor by which a member's amplitude is played now, levelling included; 0 where they are muted. */
  gainOf(id: MemberId): number;
  /** Calls back after a volume or the switch changed, but not as levelling moves; returns its undo. */
  subscribe(listener: () => void): () => void;
}

export interface HearingOptions {
  /** Left out: volumes last as long as the room. */
  volumes?: VolumeMemory;
  /** On unless this says otherwise. */
  levelling?: boolean;
}

interface RoomHearingOptions extends HearingOptions {
  clock: Clock;
  memberOf(id: MemberId): Member | undefined;
}

/**
 * Sets each playback's gain from what the listener wants and what levelling adds. Levelling goes by the
 * levels that the server tells anyway (RFC 6464, measured at the microphone), so it costs nothing per
 * track: no analyser, and no look at the receivers' statistics.
 */
export class RoomHearing implements Hearing {
  readonly #options: RoomHearingOptions;
  readonly #events = new Emitter<{ change: [] }>();
  readonly #playbacks = new Map<MemberId, Map<Playback, { voice: boolean }>>();
  readonly #volumes: VolumeMemory;
  readonly #levellings = new Map<MemberId, Levelling>();
  #levelling: boolean;
  #heardAtMs: number;

  constructor(options: RoomHearingOptions) {
    this.#options = options;
    this.#volumes = options.volumes ?? new BriefVolumes();
    this.#levelling = options.levelling ?? true;
    this.#heardAtMs = options.clock.nowMs();
  }

  get levelling(): boolean {
    return this.#levelling;
  }

  subscribe(listener: () => void): () => void {
    return this.#events.on('change', listener);
  }

  volumeOf(id: MemberId): Volume {
    const person = this.#options.memberOf(id);
    return (person && this.#volumes.recall(person)) ?? plainVolume;
  }

  setVolume(id: MemberId, change: Partial<Volume>): void {
    const person = this.#options.memberOf(id);
    const before = this.volumeOf(id);
    const volume = changedVolume(before, change);
    if (!person || sameVolume(before, volume)) return;
    this.#volumes.keep(person, sameVolume(volume, plainVolume) ? undefined : volume);
    this.#applyAll();
  }

  setLevelling(on: boolean): void {
    if (on === this.#levelling) return;
    this.#levelling = on;
    this.#applyAll();
  }

  gainOf(id: MemberId): number {
    const { volume, muted } = this.volumeOf(id);
    if (muted) return 0;
    return this.#levelling ? volume * factorOf(this.#levellings.get(id) ?? untouched) : volume;
  }

  /**
   * A member's sound begins to play, and from now on as it should be. Returns its undo. Only a voice is
   * levelled: what a shared screen plays is meant as it is.
   */
  attach(id: MemberId, playback: Playback, kind: { voice: boolean }): () => void {
    // Whoever left meanwhile does not come back under this id.
    for (const known of this.#levellings.keys()) {
      if (!this.#options.memberOf(known)) this.#levellings.delete(known);
    }
    const playbacks = this.#playbacks.get(id) ?? new Map();
    this.#playbacks.set(id, playbacks.set(playback, kind));
    this.#apply(id);
    return () => {
      playbacks.delete(playback);
      if (playbacks.size === 0) this.#playbacks.delete(id);
    };
  }

  /** Takes the levels of those who speak now. */
  hear(levels: Levels): void {
    const nowMs = this.#options.clock.nowMs();
    const passedMs = nowMs - this.#heardAtMs;
    this.#heardAtMs = nowMs;
    for (const [id, dbov] of levels) {
      if (!this.#playbacks.has(id)) continue;
      const before = this.#levellings.get(id) ?? untouched;
      const after = level(before, { dbov, passedMs });
      this.#levellings.set(id, after);
      if (this.#levelling && after.gainDb !== before.gainDb) this.#apply(id);
    }
  }

  #applyAll(): void {
    for (const id of this.#playbacks.keys()) this.#apply(id);
    callOut(() => this.#events.emit('change'));
  }

  #apply(id: MemberId): void {
    const { volume, muted } = this.volumeOf(id);
    const gain = this.gainOf(id);
    for (const [playback, { voice }] of this.#playbacks.get(id) ?? []) {
      playback.setMuted(muted);
      if (!muted) playback.setGain(voice ? gain : volume);
    }
  }
}
