import type { RpcError } from '@earshot/protocol';
import type { MicrophoneChange } from '../../room.ts';
import type { RoomSnapshot } from '../../snapshot.ts';
import { SenderBench } from './sender-bench.ts';

/** A room as far as a microphone knows it: a real sender, and a server that answers when the test says. */
export class StageBench {
  readonly bench = new SenderBench();
  ended = false;
  microphoneError: RpcError | undefined;
  /** What the server says of one's right to speak. */
  right: Partial<Pick<RoomSnapshot['self'], 'role' | 'microphoneRight'>> = {};
  #listener = () => {};

  constructor() {
    this.bench.slowReplacing = true;
  }

  get snapshot(): RoomSnapshot {
    const status = this.ended
      ? { at: 'ended' as const, end: { reason: 'connection_lost' as const } }
      : { at: 'joined' as const };
    const { microphoneError } = this;
    const self = { microphone: this.bench.shows ?? 'off', ...this.right };
    return { status, self, ...(microphoneError && { microphoneError }) } as RoomSnapshot;
  }

  /** What is on its way to the others now, if it were to sound. */
  get sentTracks(): MediaStreamTrack[] {
    return this.ended ? [] : [...this.bench.sentTracks.values()];
  }

  get sentTrack(): MediaStreamTrack | undefined {
    return this.sentTracks.at(-1);
  }

  subscribe(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => {};
    };
  }

  setMicrophone(change: MicrophoneChange): Promise<void> {
    return this.bench.sender.change(change);
  }

  /** What was given at joining could not be sent. */
  failAtJoining(error: RpcError | undefined): void {
    this.microphoneError = error;
    this.#listener();
  }

  /** A host has done something. */
  becomes(right: StageBench['right']): void {
    this.right = right;
    this.#listener();
  }

  /** The connection is gone: the transports first, as the room does it. */
  end(): void {
    this.ended = true;
    this.bench.sender.close();
    this.#listener();
  }

  /** Lets the server answer everything that it is asked. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      this.bench.clock.advance(100);
      this.bench.answerIfAsked();
      await new Promise(setImmediate);
      if (this.bench.waiting) quiet = -1;
    }
  }
}
