import { EntryError } from '@earshot/client';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { makingWords } from './making-words.ts';

test.each([
  [new RpcError('barred'), 'problem.barred'],
  [new RpcError('no_new_rooms'), 'problem.no_new_rooms'],
  [new RpcError('connection_lost'), 'problem.connection_lost'],
  [new RpcError('puzzle_required'), 'problem.rate_limited'],
  [new RpcError('identity_required'), 'making.keyless'],
  [new EntryError('encryption_unsupported'), 'shut.encryption_unsupported'],
])('%s has words of its own', (error, what) => {
  expect(makingWords(error)?.what).toBe(what);
});

test.each([new RpcError('room_full'), new RpcError('not_found'), new RpcError('internal'), new Error('?')])(
  'nothing is made up about %s',
  (error) => {
    expect(makingWords(error)).toBeUndefined();
  },
);
