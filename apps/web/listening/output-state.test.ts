import { expect, test } from '@jest/globals';
import { type OutputEvent, type OutputState, readOutput, sinkOf, stepOutput } from './output-state.ts';

const headset = { deviceId: 'h', label: 'Headset' };
const speakers = { deviceId: 's', label: 'Speakers' };
const after = (...events: OutputEvent[]) => events.reduce<OutputState>(stepOutput, { at: 'system' });
const picked: OutputEvent = { type: 'picked', output: headset };
const listed = (...outputs: (typeof headset)[]): OutputEvent => ({ type: 'listed', outputs });

test('what is unplugged gives way to the system, and is used again when it is back', () => {
  expect(sinkOf(after(picked))).toBe('h');
  const away = after(picked, listed(speakers));
  expect(away).toEqual({ at: 'away', output: headset });
  expect(sinkOf(away)).toBe('');
  expect(stepOutput(away, listed(speakers, headset))).toEqual({ at: 'chosen', output: headset });
});

test('it may be back under another id', () => {
  const again = { deviceId: 'x', label: 'Headset' };
  expect(sinkOf(after(picked, listed(speakers), listed(again)))).toBe('x');
});

test('a list that the page may not see says nothing', () => {
  expect(after(picked, listed())).toEqual({ at: 'chosen', output: headset });
});

test('whoever leaves it to the system is not bothered with devices', () => {
  expect(after(picked, { type: 'picked', output: undefined }, listed(headset))).toEqual({ at: 'system' });
  expect(after({ type: 'refused' })).toEqual({ at: 'system' });
});

test('a device the browser refuses is as good as unplugged', () => {
  expect(sinkOf(after(picked, { type: 'refused' }))).toBe('');
});

test.each([null, '', 'x', 'null', '[]', '{"deviceId":1,"label":"x"}', '{"deviceId":"","label":"x"}'])(
  'makes nothing of %j',
  (text) => {
    expect(readOutput(text)).toBeUndefined();
  },
);

test('reads what it wrote', () => {
  expect(readOutput(JSON.stringify(headset))).toEqual(headset);
});
