import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const css = readFileSync(join(__dirname, 'theme.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: String(light), dark: String(dark) },
  ]),
);

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [high = 0, low = 0] = [one, other]
    .map((name) => luminance(tokens.get(name)?.[theme] ?? ''))
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'sunken'];
const texts = [
  ...grounds.flatMap((ground) => [
    ['ink', ground],
    ['soft', ground],
  ]),
  ['on-voice', 'voice'],
  ['on-voice', 'voice-strong'],
  ['on-leave', 'leave'],
  ['alert', 'alert-ground'],
  ['alert', 'surface'],
  ['alert', 'ground'],
  ['ink', 'alert-ground'],
] as [string, string][];
const marks = [
  ...grounds.flatMap((ground) => [
    ['edge', ground],
    ['focus', ground],
  ]),
  ['glow', 'ground'],
  ['glow', 'surface'],
] as [string, string][];

test.each(texts)('%s can be read on %s in both themes (AA, 4.5)', (text, ground) => {
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(marks)('%s can be told from %s in both themes (AA, 3)', (mark, ground) => {
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
  }
});
