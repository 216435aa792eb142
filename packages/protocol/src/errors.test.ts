import { expect, test } from '@jest/globals';
import { type ErrorName, errors, RpcError } from './errors.ts';

const names = Object.keys(errors) as ErrorName[];

test('no two errors share a code', () => {
  expect(new Set(names.map((name) => errors[name].code)).size).toBe(names.length);
});

test('codes are JSON-RPC 2.0’s own, or in the range it leaves to servers', () => {
  for (const name of names) {
    const { code } = errors[name];
    expect(
      [-32700, -32600, -32601, -32602, -32603].includes(code) || (code <= -32000 && code >= -32099),
    ).toBe(true);
  }
});

test.each(names)('%s comes over the wire as itself', (name) => {
  const back = RpcError.fromWire(JSON.parse(JSON.stringify(new RpcError(name, { detail: 'why' }).toWire())));
  expect(back).toMatchObject({ error: name, detail: 'why', retryable: errors[name].retryable });
  expect(back.message).toBe(errors[name].message);
});

test('what caused an error stays at home', () => {
  const wire = JSON.stringify(new RpcError('internal', { cause: new Error('secret') }).toWire());
  expect(wire).not.toContain('secret');
});

test.each([
  [{ retryable: false }, false],
  [{ retryable: true }, true],
  [{ retryable: 'yes' }, true],
  [undefined, true],
])('an error of a later version, with data %j, is internal, retryable: %s', (data, retryable) => {
  const error = RpcError.fromWire({ code: -32_099, message: 'You are banned.', data });
  expect(error).toMatchObject({ error: 'internal', detail: 'You are banned.', retryable });
  expect(error.toWire().data.retryable).toBe(retryable);
});

test.each([[null], ['text'], [7], [[]], [{ detail: 7 }], [{ detail: null }]])(
  'takes any data in an error: %j',
  (data) => {
    expect(RpcError.fromWire({ code: -32003, message: 'full', data })).toMatchObject({
      error: 'room_full',
      detail: 'full',
    });
  },
);

test('keeps no more of a stranger’s words than fit in a log', () => {
  expect(RpcError.fromWire({ code: 1, message: 'x'.repeat(60_000) }).detail).toHaveLength(200);
});
