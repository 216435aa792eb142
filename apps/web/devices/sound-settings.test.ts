import { expect, test } from '@jest/globals';
import { parseSoundSettings, presetOf, presetSettings, presets, soundOf } from './sound-settings.ts';

test('what was remembered comes back, and each preset is known again', () => {
  for (const preset of presets) {
    const settings = presetSettings[preset];
    expect(parseSoundSettings(JSON.stringify(settings))).toEqual(settings);
    expect(presetOf(settings)).toBe(preset);
  }
  expect(presetOf({ ...presetSettings.voice, kbps: 64 })).toBeUndefined();
  expect(presetOf({ ...presetSettings.voice, noiseSuppression: 'learned' })).toBe('voice');
});

test.each([null, '', '3', 'null', '{', '{"kbps":1e9,"dtx":"yes","noiseSuppression":"magic"}'])(
  'what makes no sense is as a voice needs it: %s',
  (stored) => expect(parseSoundSettings(stored)).toEqual(presetSettings.voice),
);

test('the learned filter takes the place of the browser’s, in mono', () => {
  const sound = soundOf({ ...presetSettings.music, noiseSuppression: 'learned' });
  expect(sound).toMatchObject({ noiseSuppression: false, encoding: { stereo: false } });
});

test('music is asked for in stereo, without anything done to it', () => {
  expect(soundOf(presetSettings.music)).toEqual({
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    encoding: { stereo: true, maxBitrateBps: 128_000, dtx: false },
  });
});
