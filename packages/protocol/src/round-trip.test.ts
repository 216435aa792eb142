import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { codecs } from './codec.ts';
import { type Incoming, readEnvelope } from './envelope.ts';
import { type ErrorName, errors, RpcError } from './errors.ts';
import { clientMethods, type MethodTable, serverMethods } from './methods.ts';
import { notifications } from './notifications.ts';
import { arbitraryFor } from './testing/arbitrary-for.ts';
import { checkProperty } from './testing/check-property.ts';

/** Every kind of message there is, with the schema of what it carries. */
function messageTypes(): [
  name: string,
  message: (body: unknown, id: unknown) => object,
  body: z.core.$ZodType,
][] {
  const calls = (tables: MethodTable) =>
    Object.entries(tables).flatMap(
      ([method, { params, result }]): ReturnType<typeof messageTypes> => [
        [`request ${method}`, (body, id) => ({ jsonrpc: '2.0', id, method, params: body }), params],
        [`result of ${method}`, (body, id) => ({ jsonrpc: '2.0', id, result: body }), result],
      ],
    );
  const told = Object.entries(notifications).map(([method, schema]): ReturnType<typeof messageTypes>[0] => [
    `notification ${method}`,
    (body) => ({ jsonrpc: '2.0', method, params: body }),
    schema,
  ]);
  return [...calls(serverMethods), ...calls(clientMethods), ...told];
}

const ids = fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'grapheme-ascii', maxLength: 64 }));
const bodyOf = ({ message }: Incoming): unknown =>
  'result' in message ? message.result : 'params' in message ? message.params : undefined;

for (const codec of codecs) {
  test.each(messageTypes())(`${codec.subprotocol} carries every %s`, (_name, message, schema) =>
    checkProperty(
      fc.property(arbitraryFor(schema), ids, (body, id) => {
        const sent = message(body, id);
        const received = codec.decode(codec.encode(sent));
        expect(received).toEqual(sent);
        expect(z.parse(schema, bodyOf(readEnvelope(received)))).toEqual(z.parse(schema, body));
      }),
      50,
    ),
  );

  test.each(Object.keys(errors) as ErrorName[])(`${codec.subprotocol} carries the error %s`, (name) =>
    checkProperty(
      fc.property(
        fc.option(ids, { nil: null }),
        fc.option(fc.string({ unit: 'grapheme', maxLength: 50 }), { nil: undefined }),
        (id, detail) => {
          const error = new RpcError(name, { detail });
          const received = readEnvelope(
            codec.decode(codec.encode({ jsonrpc: '2.0', id, error: error.toWire() })),
          );
          expect(received).toMatchObject({ kind: 'error', message: { id } });
          if (received.kind !== 'error') throw new Error('not an error');
          expect(RpcError.fromWire(received.message.error)).toMatchObject({
            error: name,
            detail: detail ?? error.message,
          });
        },
      ),
      20,
    ),
  );
}
