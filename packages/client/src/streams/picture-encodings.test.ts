import { expect, test } from '@jest/globals';
import { pictureEncoding } from './picture-encodings.ts';

const lines = (hint: 'face' | 'text' | 'motion', of: number) =>
  pictureEncoding(hint, of).encodings.map(({ scaleResolutionDownBy = 1 }) =>
    Math.round(of / scaleResolutionDownBy),
  );

test.each([
  [2_160, [180, 360, 720]],
  [1_080, [180, 360, 720]],
  [720, [180, 360, 720]],
  [480, [240, 480]],
  [360, [180, 360]],
  [120, [120]],
])('a camera of %i lines is sent in %j', (of, expected) => {
  expect(lines('face', of)).toEqual(expected);
});

test('a screen is sent in all its lines, and small for thumbnails', () => {
  expect(lines('text', 1_080)).toEqual([360, 1_080]);
  expect(lines('motion', 1_080)).toEqual([360, 1_080]);
});

test('letters stay sharp on a poor line, and a film is told to move', () => {
  expect(pictureEncoding('text', 1_080)).toMatchObject({
    degradationPreference: 'maintain-resolution',
    contentHint: 'text',
  });
  expect(pictureEncoding('motion', 1_080)).toMatchObject({ contentHint: 'motion' });
});
