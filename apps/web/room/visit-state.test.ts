import type { Room, RoomEnd } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { arriving, step, type VisitEvent, type VisitState } from './visit-state.ts';

const room = {} as Room;
const end: RoomEnd = { reason: 'connection_lost', retryable: true, detail: '' };

function after(...events: VisitEvent[]): VisitState {
  return events.reduce(step, arriving);
}

test('talking goes by the microphone, listening does not', () => {
  expect(after({ type: 'set_out', entrance: 'live' })).toEqual({
    at: 'lobby',
    entry: { at: 'opening_microphone', entrance: 'live' },
  });
  expect(after({ type: 'set_out', entrance: 'listening' })).toEqual({
    at: 'lobby',
    entry: { at: 'joining', entrance: 'listening' },
  });
});

test('what stands in the way is shown in the lobby', () => {
  const out: VisitEvent = { type: 'set_out', entrance: 'muted' };
  expect(after(out, { type: 'microphone_refused' })).toEqual({
    at: 'lobby',
    entry: { at: 'speechless', entrance: 'muted' },
  });
  expect(after(out, { type: 'microphone_ready' }, { type: 'join_refused', problem: 'room_full' })).toEqual({
    at: 'lobby',
    entry: { at: 'refused', entrance: 'muted', problem: 'room_full' },
  });
});

test('how far the way into an encrypted room is, is shown as long as one is on it', () => {
  const on: VisitEvent = { type: 'entering', step: { at: 'proving', share: 0.5 } };
  const joining = after({ type: 'set_out', entrance: 'listening' }, on);
  expect(joining).toMatchObject({ entry: { at: 'joining', step: { at: 'proving', share: 0.5 } } });
  expect(step(arriving, on)).toBe(arriving);
  const refused = step(joining, { type: 'join_refused', problem: 'locked_out', waitMs: 12_000 });
  expect(refused).toMatchObject({ entry: { at: 'refused', problem: 'locked_out', waitMs: 12_000 } });
});

test('an answer after cancelling changes nothing', () => {
  const cancelled = after({ type: 'set_out', entrance: 'live' }, { type: 'cancelled' });
  expect(cancelled).toEqual(arriving);
  for (const type of ['microphone_ready', 'microphone_refused'] as const) {
    expect(step(cancelled, { type })).toBe(cancelled);
  }
});

test('one who was thrown out comes back from where the end is shown', () => {
  const ended = after(
    { type: 'set_out', entrance: 'live' },
    { type: 'microphone_ready' },
    { type: 'joined', room },
    { type: 'ended', end, was: 'muted' },
  );
  expect(ended).toEqual({ at: 'ended', end, was: 'muted', entry: { at: 'idle' } });
  const retrying = step(ended, { type: 'set_out', entrance: 'muted' });
  expect(retrying).toMatchObject({ at: 'ended', entry: { at: 'opening_microphone' } });
  expect(step(retrying, { type: 'joined', room })).toEqual({ at: 'inside', room, control: 'ready' });
});

test('a refused switch is shown until the next one works', () => {
  const inside = after({ type: 'set_out', entrance: 'live' }, { type: 'joined', room });
  const refused = step(step(inside, { type: 'switching' }), { type: 'switch_refused' });
  expect(refused).toMatchObject({ control: 'refused' });
  expect(step(step(refused, { type: 'switching' }), { type: 'switched' })).toMatchObject({
    control: 'ready',
  });
});

test('events of another moment change nothing', () => {
  const inside = after({ type: 'set_out', entrance: 'live' }, { type: 'joined', room });
  expect(step(inside, { type: 'set_out', entrance: 'live' })).toBe(inside);
  expect(step(arriving, { type: 'ended', end, was: 'live' })).toBe(arriving);
  expect(step(arriving, { type: 'switched' })).toBe(arriving);
});
