import { expect, test } from '@jest/globals';
import { idOf, isAnswer, readEnvelope } from './envelope.ts';
import { RpcError } from './errors.ts';

const call = { jsonrpc: '2.0', method: 'ping' };
const answer = { jsonrpc: '2.0', id: 1 };
const error = { code: -1, message: 'no' };

test.each([
  ['a request', { ...call, id: 1 }, 'request'],
  ['a request with parameters', { ...call, id: 1, params: { a: 1 } }, 'request'],
  ['a request with a list of parameters', { ...call, id: 1, params: [1] }, 'request'],
  ['a request with an id of text', { ...call, id: 'x'.repeat(64) }, 'request'],
  ['a request with an empty id', { ...call, id: '' }, 'request'],
  ['a request with id zero', { ...call, id: 0 }, 'request'],
  ['a request with a negative id', { ...call, id: -(2 ** 53 - 1) }, 'request'],
  ['a call with fields of later versions', { ...call, id: 1, trace: 'x' }, 'request'],
  ['a call that carries a result too', { ...call, id: 1, result: {}, error }, 'request'],
  ['a notification', { ...call }, 'notification'],
  ['a notification with parameters', { ...call, params: {} }, 'notification'],
  ['a result', { ...answer, result: {} }, 'result'],
  ['a result that is null', { ...answer, result: null }, 'result'],
  ['an error', { ...answer, error }, 'error'],
  ['an error to nothing in particular', { ...answer, id: null, error }, 'error'],
  ['an error with a result beside it', { ...answer, result: 1, error }, 'error'],
])('reads %s', (_what, value, kind) => {
  expect(readEnvelope(value)).toEqual({ kind, message: value });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['text', 'ping'],
  ['bytes', new Uint8Array([1])],
  ['a batch', [{ ...call, id: 1 }]],
  ['an empty object', {}],
  ['no version', { method: 'ping', id: 1 }],
  ['the version as a number', { ...call, jsonrpc: 2 }],
  ['an older version', { ...call, jsonrpc: '1.0' }],
  ['a method that is no text', { ...call, method: 7 }],
  ['a method that is null', { ...call, method: null }],
  ['a method without end', { ...call, method: 'x'.repeat(65) }],
  ['parameters that are null', { ...call, params: null }],
  ['parameters that are text', { ...call, params: 'x' }],
  ['an id that is null', { ...call, id: null }],
  ['an id that is a fraction', { ...call, id: 1.5 }],
  ['an id that is no number', { ...call, id: Number.NaN }],
  ['an id beyond 53 bits', { ...call, id: 2 ** 53 }],
  ['an id without end', { ...call, id: 'x'.repeat(65) }],
  ['an id that is an object', { ...call, id: { a: 1 } }],
  ['an id that is a list', { ...call, id: [1] }],
  ['an id that is true', { ...call, id: true }],
  ['a result without id', { jsonrpc: '2.0', result: 1 }],
  ['a result to null', { ...answer, id: null, result: 1 }],
  ['an error that is text', { ...answer, error: 'no' }],
  ['an error that is null', { ...answer, error: null }],
  ['an error without code', { ...answer, error: { message: 'no' } }],
  ['an error with a code of text', { ...answer, error: { code: '1', message: 'no' } }],
  ['an error without message', { ...answer, error: { code: 1 } }],
  ['an error without id', { jsonrpc: '2.0', error }],
  ['only an id', { ...answer }],
])('refuses %s', (_what, value) => {
  expect.assertions(2);
  try {
    readEnvelope(value);
  } catch (refusal) {
    expect(refusal).toBeInstanceOf(RpcError);
    expect((refusal as RpcError).error).toBe('invalid_request');
  }
});

test('reads nothing that an object has only inherited', () => {
  const inherits = Object.create({ ...call, id: 1 }) as unknown;
  expect(() => readEnvelope(inherits)).toThrow(RpcError);
});

test.each([
  [{ ...call, id: 7, params: 1 }, 7],
  [{ id: 'a', jsonrpc: 1 }, 'a'],
  [{ id: 1.5 }, null],
  [{ id: null }, null],
  [[{ id: 1 }], null],
  [{}, null],
  ['x', null],
  [undefined, null],
])('finds the id of the broken frame %j: %j', (value, id) => {
  expect(idOf(value)).toBe(id);
});

test.each([
  [{ ...answer, result: 1 }, true],
  [{ ...answer, error: 'no' }, true],
  [{ id: {}, error: 5 }, true],
  [{ ...call, id: 1, result: 1 }, false],
  [{ ...answer }, false],
  [null, false],
  [[], false],
])('%j is meant as an answer: %s', (value, meant) => {
  expect(isAnswer(value)).toBe(meant);
});
