import { Emitter } from '@earshot/lifetime';

/** One track that is played louder, or on iOS softer, than a plain element can. */
export interface Boost {
  setGain(gain: number): void;
  close(): void;
}

/** Gains change over about this long, so that they do not click. */
const rampS = 0.03;
/** A context begins suspended even where it may play. One that still is after this long waits for a gesture. */
const startsWithinMs = 500;

/**
 * The one AudioContext of a page that plays: it is there only while somebody is boosted. Its sound is not
 * what the browser's echo cancellation listens to, so it is for what a plain element cannot do.
 */
export class Booster {
  readonly #events = new Emitter<{ state: [] }>();
  readonly #boosts = new Set<Boost>();
  #context: AudioContext | undefined;
  #sinkId = '';
  /** Set while the context may still be about to start. */
  #starting: ReturnType<typeof setTimeout> | undefined;

  /** `blocked` while boosts wait for a gesture. */
  get state(): 'playing' | 'blocked' {
    if (!this.#context || this.#starting !== undefined) return 'playing';
    return this.#context.state === 'running' ? 'playing' : 'blocked';
  }

  onState(listener: () => void): () => void {
    return this.#events.on('state', listener);
  }

  /** Whether its sound can go where all the other sound goes. */
  canReach(sinkId: string): boolean {
    return sinkId === '' || 'setSinkId' in AudioContext.prototype;
  }

  /** Chromium gives Web Audio nothing of a received track unless a media element plays it, too: muted will do. */
  open(track: MediaStreamTrack, gain: number): Boost {
    const context = this.#opened();
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const amplifier = new GainNode(context, { gain });
    source.connect(amplifier).connect(context.destination);
    const boost: Boost = {
      setGain: (next) => amplifier.gain.setTargetAtTime(next, context.currentTime, rampS),
      close: () => {
        source.disconnect();
        amplifier.disconnect();
        this.#boosts.delete(boost);
        if (this.#boosts.size === 0) this.#close();
      },
    };
    this.#boosts.add(boost);
    return boost;
  }

  /** Call it in a gesture. */
  async resume(): Promise<void> {
    await this.#context?.resume().catch(() => {});
  }

  setSink(sinkId: string): void {
    this.#sinkId = sinkId;
    if (this.#context) setSink(this.#context, sinkId);
  }

  #opened(): AudioContext {
    if (this.#context) return this.#context;
    const context = new AudioContext({ latencyHint: 'interactive' });
    this.#context = context;
    setSink(context, this.#sinkId);
    context.onstatechange = () => this.#events.emit('state');
    void context.resume().catch(() => {});
    this.#starting = setTimeout(() => this.#started(), startsWithinMs);
    return context;
  }

  #started(): void {
    this.#starting = undefined;
    this.#events.emit('state');
  }

  #close(): void {
    clearTimeout(this.#starting);
    this.#starting = undefined;
    const context = this.#context;
    this.#context = undefined;
    if (!context) return;
    context.onstatechange = null;
    void context.close().catch(() => {});
    this.#events.emit('state');
  }
}

/** Not in every browser, nor in TypeScript's DOM; a device that is gone leaves the sound where it was. */
function setSink(context: AudioContext, sinkId: string): void {
  const { setSinkId } = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
  void setSinkId?.call(context, sinkId).catch(() => {});
}
