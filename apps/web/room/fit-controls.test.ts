import { expect, test } from '@jest/globals';
import { fitControls } from './fit-controls.ts';

const entries = [
  { id: 'camera', rank: 30 },
  { id: 'hand', rank: 20 },
  { id: 'chat', rank: 10 },
  { id: 'settings', rank: 60 },
];

function shown(roomPx: number): string {
  const { shown: kept, hidden } = fitControls(entries, { roomPx, slotPx: 50 });
  return `${kept.map(({ id }) => id).join(' ')} | ${hidden.map(({ id }) => id).join(' ')}`;
}

test('all stand in the bar where there is room for all', () => {
  expect(shown(200)).toBe('camera hand chat settings | ');
});

test('the dearest stay, in their order, and one place is kept for "More"', () => {
  expect(shown(199)).toBe('hand chat | camera settings');
  expect(shown(120)).toBe('chat | camera hand settings');
  expect(shown(60)).toBe(' | camera hand chat settings');
  expect(shown(-10)).toBe(' | camera hand chat settings');
});
