import fc from 'fast-check';
import type { MicrophoneEvent } from '../microphone-machine.ts';

/** All that can happen to a microphone, and what a server and the time do beside it. */
export type Happening =
  | Exclude<MicrophoneEvent, { type: 'deviceGiven' }>
  /** Another way of sounding needs another stream. */
  | { readonly type: 'deviceGiven'; readonly music?: boolean }
  | { readonly type: 'answer'; readonly fails: boolean }
  | { readonly type: 'time' };

function often(
  weight: number,
  ...events: Happening[]
): { weight: number; arbitrary: fc.Arbitrary<Happening> } {
  return { weight, arbitrary: fc.constantFrom(...events) };
}

/** Lives in which anything follows anything. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    often(8, { type: 'unmutePressed' }, { type: 'held' }),
    often(3, { type: 'mutePressed' }, { type: 'released' }),
    often(2, { type: 'deviceGiven', music: true }, { type: 'deviceGiven' }, { type: 'deviceLost' }),
    often(2, { type: 'linkLost' }, { type: 'linkBack' }, { type: 'linkBack' }),
    often(2, { type: 'modeChanged', to: 'hold' }, { type: 'modeChanged', to: 'switch' }),
    often(2, { type: 'mutedByModerator' }, { type: 'unmuteAllowed' }, { type: 'unmuteAllowed' }),
    often(1, { type: 'madeListener' }, { type: 'unmuteAllowed' }),
    often(1, { type: 'permissionLost' }, { type: 'deviceMissing' }),
    often(12, { type: 'answer', fails: false }, { type: 'time' }),
    often(1, { type: 'answer', fails: true }),
  ),
  { maxLength: 60, size: 'max' },
);

/**
 * The rule in as few words as it takes, and none of the machine's: a person is heard only after a gesture of
 * their own that nothing has taken back.
 */
export class MicrophoneLaw {
  mayBeHeard = false;
  #holds = false;
  #withheld = false;

  note({ type, ...rest }: Happening): void {
    if (type === 'modeChanged') {
      const holds = 'to' in rest && rest.to === 'hold';
      if (holds !== this.#holds) this.mayBeHeard = false;
      this.#holds = holds;
    }
    if (type === 'mutedByModerator' || type === 'madeListener') this.#withheld = true;
    if (type === 'unmuteAllowed') this.#withheld = false;
    const opening = type === (this.#holds ? 'held' : 'unmutePressed');
    if (opening && !this.#withheld) this.mayBeHeard = true;
    const closing = [
      'mutePressed',
      'permissionLost',
      'mutedByModerator',
      'madeListener',
      ...(this.#holds ? ['released'] : []),
    ];
    if (closing.includes(type)) this.mayBeHeard = false;
  }
}
