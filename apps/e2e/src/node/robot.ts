import { type JoinOptions, joinRoom, type Room, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, tone } from '@earshot/client/node';
import { LossyWay } from './lossy-way.ts';
import { TrackEar } from './track-ear.ts';

/** The tones that robots have, in hertz. None is a harmonic that another one's Opus would make. */
export const tones = [440, 700, 1_150] as const;

interface RobotOptions
  extends Pick<
    JoinOptions,
    'server' | 'room' | 'muted' | 'codec' | 'identity' | 'create' | 'secret' | 'onEntering' | 'keyMemory'
  > {
  name?: string;
  /** The tone it sings; left out: it has no microphone. */
  hz?: number;
  /** Loses a part of its packets, 0 to 1, on the way to the server that another robot has found. */
  lossBeside?: { loss: number; robot: Robot };
  /** How loud it sings: the peak, in dBFS. */
  levelDb?: number;
}

const lookEveryMs = 20;

/** A member without a person: sings one tone, and hears what the others sing. */
export class Robot {
  readonly room: Room;
  readonly #singing: AbortController;
  readonly #microphone: PcmMicrophone | undefined;
  readonly #ears = new Map<MediaStreamTrack, TrackEar>();
  readonly #way: LossyWay | undefined;

  private constructor(parts: {
    room: Room;
    singing: AbortController;
    microphone: PcmMicrophone | undefined;
    way: LossyWay | undefined;
  }) {
    this.room = parts.room;
    this.#singing = parts.singing;
    this.#microphone = parts.microphone;
    this.#way = parts.way;
  }

  static async join({
    hz,
    lossBeside,
    levelDb = -12,
    name = `robot ${hz}`,
    ...options
  }: RobotOptions): Promise<Robot> {
    const singing = new AbortController();
    const microphone = hz === undefined ? undefined : new PcmMicrophone();
    if (microphone && hz) {
      void play(tone({ frequencyHz: hz, durationMs: 1_000, levelDb }), microphone, {
        loop: true,
        signal: singing.signal,
      });
    }
    const given = microphone ? { microphone } : {};
    const way = lossBeside && (await LossyWay.open(lossBeside));
    const engine = way ? way.engine(nodeEngine()) : nodeEngine();
    const room = await joinRoom({ ...options, ...given, name, engine });
    return new Robot({ room, singing, microphone, way });
  }

  get id(): string {
    return this.room.snapshot.self.id;
  }

  /** What each of the others sings, by member id. */
  hears(): Record<string, number[]> {
    return Object.fromEntries(
      [...this.room.tracks].map(([id, track]) => [id, this.#ear(track).hears(tones)]),
    );
  }

  /** Waits until it hears just this. @returns what it hears at last. */
  async waitToHear(wanted: Record<string, number[]>, limitMs = 20_000): Promise<Record<string, number[]>> {
    const deadlineMs = performance.now() + limitMs;
    while (performance.now() < deadlineMs && JSON.stringify(this.hears()) !== JSON.stringify(wanted)) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    return this.hears();
  }

  /** When that member was last loud here, as `performance.now()` counts. */
  lastHeardAtMs(memberId: string): number {
    const track = this.room.tracks.get(memberId);
    return track ? this.#ear(track).lastLoudAtMs : Number.NEGATIVE_INFINITY;
  }

  async waitFor(isSo: Parameters<typeof waitFor>[1]): Promise<void> {
    await waitFor(this.room, isSo);
  }

  async leave(): Promise<void> {
    for (const ear of this.#ears.values()) ear.close();
    this.#singing.abort();
    await this.room.leave();
    this.#microphone?.close();
    await this.#way?.close();
  }

  #ear(track: MediaStreamTrack): TrackEar {
    const ear = this.#ears.get(track) ?? new TrackEar(track);
    this.#ears.set(track, ear);
    return ear;
  }
}
