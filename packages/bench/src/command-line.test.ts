import { expect, test } from '@jest/globals';
import { readCommand } from './command-line.ts';

const known = ['join', 'soak'];

test('reads a scenario and its options in any order', () => {
  expect(readCommand(['join'], known)).toEqual({ scenario: 'join', json: false, runs: undefined });
  expect(readCommand(['--json', 'soak', '--runs', '3'], known)).toEqual({
    scenario: 'soak',
    json: true,
    runs: 3,
  });
});

test.each([['--help'], ['-h'], ['join', '--help']])('explains itself when asked: %s', (...args) => {
  expect(readCommand(args, known)).toEqual({ help: true });
});

test.each([
  { args: [], problem: 'Name a scenario.' },
  { args: ['jion'], problem: 'There is no scenario "jion".' },
  { args: ['join', 'soak'], problem: 'One scenario at a time: what is "soak"?' },
  { args: ['join', '--runs', '0'], problem: '--runs must be a number from 1 to 9999; it is "0".' },
  { args: ['join', '--fast'], problem: expect.stringContaining("Unknown option '--fast'") },
])('says what is wrong with $args', ({ args, problem }) => {
  expect(readCommand(args, known)).toEqual({ problem });
});
