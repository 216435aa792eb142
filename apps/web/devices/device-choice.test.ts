import { expect, test } from '@jest/globals';
import { choosable, type Device, moveAfter, plainLabel } from './device-choice.ts';

const system = { deviceId: '', label: '' };
const builtIn = { deviceId: 'a', label: 'Built-in' };
const headset = { deviceId: 'b', label: 'Headset' };
const asDefault = (label: string): Device => ({ deviceId: 'default', label: `Default - ${label}` });

test.each([
  [
    'nothing that matters has changed',
    { preferred: builtIn, current: builtIn, devices: [builtIn, headset] },
    'stay',
  ],
  ['the one in use vanishes', { preferred: headset, current: headset, devices: [builtIn] }, 'another'],
  ['one that nobody chose vanishes', { preferred: system, current: headset, devices: [builtIn] }, 'another'],
  [
    'the chosen one comes back',
    { preferred: headset, current: builtIn, devices: [builtIn, headset] },
    'preferred',
  ],
  [
    'the chosen one comes back under another id',
    { preferred: headset, current: builtIn, devices: [builtIn, { ...headset, deviceId: 'c' }] },
    'preferred',
  ],
  [
    'it is in use under its other id already',
    {
      preferred: headset,
      current: { ...headset, deviceId: 'c' },
      devices: [builtIn, { ...headset, deviceId: 'c' }],
    },
    'stay',
  ],
  [
    'another one comes that nobody chose',
    { preferred: system, current: builtIn, devices: [builtIn, headset] },
    'stay',
  ],
  [
    'the system chooses another',
    {
      preferred: system,
      current: asDefault('Built-in'),
      devices: [asDefault('Headset'), builtIn, headset],
      defaultWas: 'Default - Built-in',
    },
    'new_default',
  ],
  [
    'the system stays with its choice',
    {
      preferred: system,
      current: asDefault('Built-in'),
      devices: [asDefault('Built-in'), builtIn],
      defaultWas: 'Default - Built-in',
    },
    'stay',
  ],
  [
    'the page may not know devices any more',
    { preferred: headset, current: headset, devices: [{ deviceId: '', label: '' }] },
    'stay',
  ],
  [
    'two without names are not taken for each other',
    {
      preferred: { deviceId: 'x', label: '' },
      current: builtIn,
      devices: [builtIn, { deviceId: 'y', label: '' }],
    },
    'stay',
  ],
])('%s', (_, moment, to) => {
  expect(moveAfter({ defaultWas: '', ...moment }).to).toBe(to);
});

test('a picker names each device once, by its own name', () => {
  const communications = { deviceId: 'communications', label: 'Communications - Headset' };
  expect(choosable([asDefault('Headset'), communications, headset])).toEqual([asDefault('Headset'), headset]);
  expect(plainLabel('Default - Headset')).toBe('Headset');
});
