import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { kinProblem } from './kin-problem.ts';

test('what went wrong is told apart as far as people can do something about it', () => {
  expect(kinProblem(new RpcError('connection_lost'))).toBe('offline');
  expect(kinProblem(new RpcError('rate_limited'))).toBe('busy');
  expect(kinProblem(new RpcError('too_many_devices'))).toBe('full');
  expect(kinProblem(new RpcError('wrong_state'))).toBe('taken');
  expect(kinProblem(new RpcError('not_found'), 'expired')).toBe('expired');
  expect(kinProblem(new RpcError('not_found'), 'unknown_code')).toBe('unknown_code');
  expect(kinProblem(new RpcError('storage_failed'))).toBe('failed');
  expect(kinProblem(new TypeError('x'))).toBe('failed');
});
