import type { Line } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { UplinkMeter } from './uplink-meter.ts';

function setUp(first = 65_000) {
  const told: Line[] = [];
  const meter = new UplinkMeter((line) => told.push(line));
  let sequence = first;
  const packet = (number: number) =>
    meter.packet(Uint8Array.of(0x80, 100, (number >> 8) & 0xff, number & 0xff));
  /** Seconds of speech of which every `nth` packet gets lost. */
  const speak = (seconds: number, nth = 0) => {
    for (let index = 0; index < seconds * 50; index += 1) {
      sequence = (sequence + 1) & 0xffff;
      if (nth === 0 || index % nth !== 0) packet(sequence);
    }
  };
  const leap = (by: number) => {
    sequence = (sequence + by) & 0xffff;
  };
  return { told, packet, speak, leap };
}

test('a whole stream says nothing, over the end of the numbers, too', () => {
  const { told, speak } = setUp();
  speak(60);
  expect(told).toEqual([]);
});

test('tells within seconds that a fifth is missing, once, and that it is over', () => {
  const { told, speak } = setUp();
  speak(3);
  speak(9, 5);
  // The window in which it began was only half as bad.
  expect(told).toEqual(['fair', 'poor']);
  speak(60, 5);
  expect(told).toEqual(['fair', 'poor']);
  speak(10);
  expect(told).toEqual(['fair', 'poor', 'good']);
});

test('one packet in twenty is fair', () => {
  const { told, speak } = setUp();
  speak(10, 20);
  expect(told).toEqual(['fair']);
});

test('packets that overtake each other are not missing', () => {
  const { told, packet } = setUp();
  for (let number = 0; number < 2_000; number += 4) for (const step of [1, 0, 3, 2]) packet(number + step);
  expect(told).toEqual([]);
});

test('numbers that begin elsewhere are another stream, not a thousand lost packets', () => {
  const { told, speak, leap } = setUp();
  for (let round = 0; round < 10; round += 1) {
    speak(2);
    leap(20_000);
  }
  expect(told).toEqual([]);
});
