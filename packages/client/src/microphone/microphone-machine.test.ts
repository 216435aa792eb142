import { expect, test } from '@jest/globals';
import {
  firstMicrophone,
  type MicrophoneEvent,
  type MicrophoneMachine,
  step,
  wanted,
} from './microphone-machine.ts';

type Plain = Extract<MicrophoneEvent, { type: string }>['type'] | MicrophoneEvent;

function after(...events: Plain[]): MicrophoneMachine {
  return events.reduce<MicrophoneMachine>(
    (machine, event) =>
      step(machine, typeof event === 'string' ? ({ type: event } as MicrophoneEvent) : event),
    firstMicrophone,
  );
}

const hold: MicrophoneEvent = { type: 'modeChanged', to: 'hold' };
const inside: Plain[] = ['deviceGiven', 'linkBack'];
const live: Plain[] = [...inside, 'unmutePressed'];

test.each<[string, Plain[], 'live' | 'muted' | 'off']>([
  ['before anything happened', [], 'off'],
  ['with a microphone, in a room', inside, 'muted'],
  ['after unmuting', live, 'live'],
  ['after muting again', [...live, 'mutePressed'], 'muted'],
  ['entering live', ['deviceGiven', { type: 'entered', as: 'live' }, 'linkBack'], 'live'],
  [
    'entering live without a microphone',
    [{ type: 'entered', as: 'live' }, 'linkBack', 'deviceGiven'],
    'muted',
  ],
  ['entering to listen, whatever was before', [...live, { type: 'entered', as: 'listening' }], 'off'],
  ['without a room', [...live, 'linkLost'], 'off'],
  ['back in the room', [...live, 'linkLost', 'linkBack'], 'live'],
  ['back in the room, muted meanwhile', [...live, 'linkLost', 'mutePressed', 'linkBack'], 'muted'],
  ['while the device is gone', [...live, 'deviceLost'], 'muted'],
  ['with no other device', [...live, 'deviceLost', 'deviceMissing'], 'off'],
  ['the device back', [...live, 'deviceLost', 'deviceMissing', 'deviceGiven'], 'live'],
  ['the device back, muted meanwhile', [...live, 'deviceLost', 'mutePressed', 'deviceGiven'], 'muted'],
  ['permission taken away', [...live, 'permissionLost'], 'off'],
  ['permission given again', [...live, 'permissionLost', 'deviceGiven'], 'muted'],
  ['muted by a moderator', [...live, 'mutedByModerator'], 'muted'],
  ['unmuting in vain', [...live, 'mutedByModerator', 'unmutePressed'], 'muted'],
  ['allowed to unmute', [...live, 'mutedByModerator', 'unmuteAllowed'], 'muted'],
  ['unmuting when allowed', [...live, 'mutedByModerator', 'unmuteAllowed', 'unmutePressed'], 'live'],
  [
    'the moderator across a reconnect',
    [...live, 'mutedByModerator', 'linkLost', 'linkBack', 'unmutePressed'],
    'muted',
  ],
  ['a refusal', [...live, 'refused'], 'muted'],
  ['changing to push-to-talk', [...live, hold], 'muted'],
  ['holding', [...live, hold, 'held'], 'live'],
  ['letting go', [...live, hold, 'held', 'released'], 'muted'],
  ['pressing unmute in push-to-talk', [...live, hold, 'unmutePressed'], 'muted'],
  ['made a listener', [...live, 'madeListener'], 'off'],
  ['unmuting as a listener', [...live, 'madeListener', 'unmutePressed'], 'off'],
  ['called up', [...live, 'madeListener', 'unmuteAllowed'], 'muted'],
  ['holding while held shut', [...inside, hold, 'mutedByModerator', 'held'], 'muted'],
  [
    'still holding when allowed again',
    [...inside, hold, 'held', 'mutedByModerator', 'unmuteAllowed'],
    'muted',
  ],
  [
    'entering live in push-to-talk',
    ['deviceGiven', hold, { type: 'entered', as: 'live' }, 'linkBack'],
    'muted',
  ],
  [
    'back to the switch while holding',
    [...inside, hold, 'held', { type: 'modeChanged', to: 'switch' }],
    'muted',
  ],
  ['holding without push-to-talk', [...inside, 'held'], 'muted'],
  ['letting go without push-to-talk', [...live, 'released'], 'live'],
])('%s', (_, events, state) => {
  expect(wanted(after(...events))).toBe(state);
});

test('what changes nothing gives the same machine', () => {
  const machine = after(...live);
  for (const type of ['unmutePressed', 'deviceGiven', 'linkBack', 'unmuteAllowed', 'released'] as const) {
    expect(step(machine, { type })).toBe(machine);
  }
});
