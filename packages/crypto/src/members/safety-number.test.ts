import { expect, test } from '@jest/globals';
import { counting } from '../testing/hex.ts';
import { personSafetyNumber, roomSafetyNumber } from './safety-number.ts';

const roomId = counting(0, 16);
const [anna, bob, eve] = [counting(1, 32), counting(2, 32), counting(3, 32)];

test('is the same for everybody, in whatever order they came', async () => {
  const number = await roomSafetyNumber(roomId, [anna, bob, eve]);
  expect(await roomSafetyNumber(roomId, [eve, anna, bob])).toBe(number);
  expect(number).toMatch(/^(\d{5} ){7}\d{5}$/);
});

test('is another one as soon as somebody stands between', async () => {
  const numbers = [
    await roomSafetyNumber(roomId, [anna, bob]),
    await roomSafetyNumber(roomId, [anna, eve]),
    await roomSafetyNumber(roomId, [anna, bob, eve]),
    await roomSafetyNumber(counting(1, 16), [anna, bob]),
  ];
  expect(new Set(numbers).size).toBe(4);
});

test('a person has one of their own', async () => {
  const number = await personSafetyNumber(anna);
  expect(number).toMatch(/^(\d{5} ){5}\d{5}$/);
  expect(await personSafetyNumber(bob)).not.toBe(number);
});
