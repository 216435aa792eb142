/** Whether somebody talks into a muted microphone, and whether to say so just now. */
export type MutedTalk =
  | { readonly at: 'listening'; readonly loudMs: number }
  | { readonly at: 'said'; readonly quietMs: number }
  /** It was said lately. */
  | { readonly at: 'resting'; readonly leftMs: number };

export type MutedTalkEvent =
  | { readonly type: 'heard'; readonly dbov: number; readonly elapsedMs: number }
  | { readonly type: 'dismissed' };

/** A voice near a microphone is well above, a quiet room well below. */
const loudDbov = -45;
/** A cough is shorter. */
const talkMs = 1_200;
const goesAfterQuietMs = 6_000;
const restMs = 60_000;
/** Whoever says that they know is left alone for longer. */
const dismissedMs = 600_000;

export const silent: MutedTalk = { at: 'listening', loudMs: 0 };

/** Pure. */
export function step(state: MutedTalk, event: MutedTalkEvent): MutedTalk {
  if (event.type === 'dismissed') return { at: 'resting', leftMs: dismissedMs };
  const { elapsedMs } = event;
  const loud = event.dbov > loudDbov;
  switch (state.at) {
    case 'listening': {
      const loudMs = loud ? state.loudMs + elapsedMs : Math.max(0, state.loudMs - elapsedMs / 2);
      return loudMs >= talkMs ? { at: 'said', quietMs: 0 } : { at: 'listening', loudMs };
    }
    case 'said': {
      const quietMs = loud ? 0 : state.quietMs + elapsedMs;
      return quietMs >= goesAfterQuietMs ? { at: 'resting', leftMs: restMs } : { at: 'said', quietMs };
    }
    case 'resting': {
      const leftMs = state.leftMs - elapsedMs;
      return leftMs > 0 ? { at: 'resting', leftMs } : silent;
    }
  }
}

/** What remains of it when the microphone is opened. */
export function unmuted(state: MutedTalk): MutedTalk {
  if (state.at === 'said') return { at: 'resting', leftMs: restMs };
  return state.at === 'listening' ? silent : state;
}
