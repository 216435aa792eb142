import type { MicrophoneState } from '@earshot/protocol';

/** How a person opens their microphone: by a press that lasts, or for as long as something is held. */
export type TalkMode = 'switch' | 'hold';

/** Whether a person may speak in the room: freely, not for now, or not at all. */
export type Floor = 'free' | 'withheld' | 'listening';

/** All that decides whether a microphone may be heard. */
export interface MicrophoneMachine {
  /** What the person's own last gesture was. Nothing else ever turns it on. */
  readonly talk:
    | { readonly by: 'switch'; readonly on: boolean }
    | { readonly by: 'hold'; readonly on: boolean };
  /**
   * `none`: the person only listens; `lost`: it has just gone, and another one is looked for; `missing`:
   * there is no other one. What comes in their place goes on as the person left it.
   */
  readonly source: 'none' | 'ready' | 'lost' | 'missing';
  /** `withheld` while a host keeps the person muted; `listening` while they are a listener. */
  readonly floor: Floor;
  /** Whether there is a room to be heard in. */
  readonly link: 'down' | 'up';
}

export type MicrophoneEvent =
  /** The person went in, ready to be heard at once or not. */
  | { readonly type: 'entered'; readonly as: 'live' | 'muted' | 'listening' }
  | { readonly type: 'unmutePressed' | 'mutePressed' }
  /** The key or button of push-to-talk went down; it came up, or nobody can tell any more (blur, cancel). */
  | { readonly type: 'held' | 'released' }
  | { readonly type: 'modeChanged'; readonly to: TalkMode }
  /** A microphone is there: the first, another one, or one that came back. */
  | { readonly type: 'deviceGiven' }
  | { readonly type: 'deviceLost' | 'deviceMissing' }
  /** The person, or the browser for them, took the permission away. */
  | { readonly type: 'permissionLost' }
  /**
   * The server paused the producer, or the person listens from now on; after the last the person may unmute, and
   * has to do it.
   */
  | { readonly type: 'mutedByModerator' | 'madeListener' | 'unmuteAllowed' }
  | { readonly type: 'linkLost' | 'linkBack' }
  /** Going live did not work out. */
  | { readonly type: 'refused' };

export const firstMicrophone: MicrophoneMachine = {
  talk: { by: 'switch', on: false },
  source: 'none',
  floor: 'free',
  link: 'down',
};

/** The microphone after an event; the same object where nothing changed. Pure. */
export function step(machine: MicrophoneMachine, event: MicrophoneEvent): MicrophoneMachine {
  const { talk, source } = machine;
  switch (event.type) {
    case 'entered':
      return entered(machine, event.as);
    case 'unmutePressed':
      return talk.by === 'switch' ? turn(machine, true) : machine;
    case 'held':
      return talk.by === 'hold' ? turn(machine, true) : machine;
    case 'mutePressed':
    case 'refused':
      return turn(machine, false);
    case 'released':
      return talk.by === 'hold' ? turn(machine, false) : machine;
    case 'modeChanged':
      return talk.by === event.to ? machine : { ...machine, talk: { by: event.to, on: false } };
    case 'deviceGiven':
      return change(machine, { source: 'ready' });
    case 'deviceLost':
      return source === 'ready' ? change(machine, { source: 'lost' }) : machine;
    case 'deviceMissing':
      return source === 'none' ? machine : change(machine, { source: 'missing' });
    case 'permissionLost':
      // Taken away on purpose: giving it again, in the browser's own window, is no wish to be heard.
      return turn(source === 'none' ? machine : change(machine, { source: 'missing' }), false);
    case 'mutedByModerator':
      return turn(change(machine, { floor: 'withheld' }), false);
    case 'madeListener':
      return turn(change(machine, { floor: 'listening' }), false);
    case 'unmuteAllowed':
      return change(machine, { floor: 'free' });
    case 'linkLost':
      return change(machine, { link: 'down' });
    case 'linkBack':
      return change(machine, { link: 'up' });
  }
}

/** What the microphone has to be in the room. */
export function wanted({ talk, source, floor, link }: MicrophoneMachine): MicrophoneState {
  if (link === 'down' || floor === 'listening' || source === 'none' || source === 'missing') return 'off';
  return talk.on && source === 'ready' && floor === 'free' ? 'live' : 'muted';
}

function entered(machine: MicrophoneMachine, as: 'live' | 'muted' | 'listening'): MicrophoneMachine {
  if (as === 'listening') return turn(change(machine, { source: 'none' }), false);
  return machine.talk.by === 'switch' ? turn(machine, as === 'live') : turn(machine, false);
}

/** Nobody opens what a moderator holds shut, nor a microphone that is not theirs to open yet. */
function turn(machine: MicrophoneMachine, on: boolean): MicrophoneMachine {
  const { talk, source, floor } = machine;
  if (talk.on === on || (on && (floor !== 'free' || source === 'none'))) return machine;
  return { ...machine, talk: { ...talk, on } };
}

function change(machine: MicrophoneMachine, to: Partial<MicrophoneMachine>): MicrophoneMachine {
  const same = (Object.keys(to) as (keyof MicrophoneMachine)[]).every((key) => machine[key] === to[key]);
  return same ? machine : { ...machine, ...to };
}
