import type { EnteringStep, Room, RoomEnd } from '@earshot/client';
import type { EntryProblem, PrivateProblem } from './entry-problem.ts';

/** How somebody comes in: heard, able to be heard, or only hearing. */
export type Entrance = 'live' | 'muted' | 'listening';

/** Where the way in stands. */
export type Entry =
  | { readonly at: 'idle' }
  | { readonly at: 'opening_microphone'; readonly entrance: Entrance }
  /** `working`: the server is busy and has this client solve a puzzle, which takes its time. */
  | {
      readonly at: 'joining';
      readonly entrance: Entrance;
      readonly working?: boolean;
      /** How far it is where the room is encrypted. */
      readonly step?: EnteringStep;
    }
  /** The microphone was refused; the desk knows why. */
  | { readonly at: 'speechless'; readonly entrance: Entrance }
  | {
      readonly at: 'refused';
      readonly entrance: Entrance;
      readonly problem: EntryProblem | PrivateProblem;
      readonly waitMs?: number | undefined;
    };

/** One person's visit to one room. */
export type VisitState =
  | { readonly at: 'lobby'; readonly entry: Entry }
  | {
      readonly at: 'inside';
      readonly room: Room;
      /** The microphone's switch: on its way, or the server refused and it is muted. */
      readonly control: 'ready' | 'switching' | 'refused';
    }
  | {
      /** The connection is lost, and coming back is under way. The room is shown as it was. */
      readonly at: 'returning';
      readonly room: Room;
      readonly end: RoomEnd;
      readonly was: Entrance;
    }
  | {
      readonly at: 'ended';
      readonly end: RoomEnd;
      /** Those in the room, which nobody owns, voted for it. */
      readonly byVote?: boolean;
      /** How one was in the room when it ended, so that one comes back the same way. */
      readonly was: Entrance;
      readonly entry: Entry;
    };

export type VisitEvent =
  | { readonly type: 'set_out'; readonly entrance: Entrance }
  | { readonly type: 'microphone_ready' }
  | { readonly type: 'microphone_refused' }
  | { readonly type: 'working'; readonly on: boolean }
  | { readonly type: 'entering'; readonly step: EnteringStep }
  /** `waitMs`: when it may go better, where that is known. */
  | {
      readonly type: 'join_refused';
      readonly problem: EntryProblem | PrivateProblem;
      readonly waitMs?: number | undefined;
    }
  | { readonly type: 'cancelled' }
  | { readonly type: 'joined'; readonly room: Room }
  | { readonly type: 'switching' }
  | { readonly type: 'switched' }
  | { readonly type: 'switch_refused' }
  | { readonly type: 'lost'; readonly end: RoomEnd; readonly was: Entrance }
  | { readonly type: 'gave_up'; readonly entry: Entry }
  | { readonly type: 'ended'; readonly end: RoomEnd; readonly was: Entrance; readonly byVote?: boolean };

export const arriving: VisitState = { at: 'lobby', entry: { at: 'idle' } };

/** The end that one chose oneself. */
export const leftEnd: RoomEnd = { reason: 'left', retryable: false, detail: 'left' };

/** What a visit becomes. An event that does not fit the moment changes nothing. */
export function step(state: VisitState, event: VisitEvent): VisitState {
  if (state.at === 'inside') return stepInside(state, event);
  return state.at === 'returning' ? stepReturning(state, event) : stepOutside(state, event);
}

function stepInside(state: VisitState & { at: 'inside' }, event: VisitEvent): VisitState {
  switch (event.type) {
    case 'switching':
      return { ...state, control: 'switching' };
    case 'switched':
      return { ...state, control: 'ready' };
    case 'switch_refused':
      return { ...state, control: 'refused' };
    case 'lost':
      return { at: 'returning', room: state.room, end: event.end, was: event.was };
    case 'ended': {
      const { end, was, byVote } = event;
      return { at: 'ended', end, was, ...(byVote && { byVote }), entry: { at: 'idle' } };
    }
    default:
      return state;
  }
}

function stepReturning(state: VisitState & { at: 'returning' }, event: VisitEvent): VisitState {
  const { end, was } = state;
  switch (event.type) {
    case 'joined':
      return { at: 'inside', room: event.room, control: 'ready' };
    case 'gave_up':
      return { at: 'ended', end, was, entry: event.entry };
    case 'ended':
      return { at: 'ended', end: event.end, was, entry: { at: 'idle' } };
    default:
      return state;
  }
}

function stepOutside(
  state: Exclude<VisitState, { at: 'inside' | 'returning' }>,
  event: VisitEvent,
): VisitState {
  if (event.type === 'joined') return { at: 'inside', room: event.room, control: 'ready' };
  const entry = stepEntry(state.entry, event);
  return entry === state.entry ? state : { ...state, entry };
}

function stepEntry(entry: Entry, event: VisitEvent): Entry {
  if (event.type === 'set_out') {
    const { entrance } = event;
    return { at: entrance === 'listening' ? 'joining' : 'opening_microphone', entrance };
  }
  if (entry.at !== 'opening_microphone' && entry.at !== 'joining') return entry;
  const { entrance } = entry;
  switch (event.type) {
    case 'microphone_ready':
      return { at: 'joining', entrance };
    case 'working':
      return (entry.at === 'joining' && entry.working) === event.on
        ? entry
        : { at: 'joining', entrance, ...(event.on && { working: true }) };
    case 'entering':
      return { at: 'joining', entrance, step: event.step };
    case 'microphone_refused':
      return { at: 'speechless', entrance };
    case 'join_refused':
      return { at: 'refused', entrance, problem: event.problem, waitMs: event.waitMs };
    case 'cancelled':
      return { at: 'idle' };
    default:
      return entry;
  }
}
