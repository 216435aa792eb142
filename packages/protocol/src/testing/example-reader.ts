import { expect } from '@jest/globals';
import type * as z from 'zod/mini';
import { type RequestId, readEnvelope } from '../envelope.ts';
import { RpcError } from '../errors.ts';
import { fit } from '../fit.ts';
import { clientMethods, type MethodTable, serverMethods } from '../methods.ts';
import { notifications } from '../notifications.ts';

export type Side = 'client' | 'server';

/** Reads the examples of PROTOCOL.md in their order, each as the side that gets it would. */
export class ExampleReader {
  readonly #asked = { client: new Map<RequestId, string>(), server: new Map<RequestId, string>() };
  readonly #refused = new Map<RequestId, RpcError>();

  /** @throws where the other side could not make sense of it */
  read(from: Side, value: unknown, refused: boolean): void {
    const to = from === 'client' ? 'server' : 'client';
    const read = readEnvelope(value);
    if (read.kind === 'request') {
      const { id, method, params } = read.message;
      this.#asked[from].set(id, method);
      if (refused)
        this.#refused.set(
          id,
          refusal(() => whole(methodOf(to, method).params, params)),
        );
      else whole(methodOf(to, method).params, params);
    } else if (read.kind === 'notification') {
      whole(notifications[read.message.method as keyof typeof notifications], read.message.params);
    } else if (read.kind === 'result') {
      whole(methodOf(from, this.#asked[to].get(read.message.id)).result, read.message.result);
    } else {
      const { id, error } = read.message;
      const { error: name } = RpcError.fromWire(error);
      expect(this.#asked[to].has(id as RequestId)).toBe(true);
      expect(error).toEqual((this.#refused.get(id as RequestId) ?? new RpcError(name)).toWire());
    }
  }
}

function methodOf(side: Side, name = ''): MethodTable[string] {
  const table: MethodTable = side === 'server' ? serverMethods : clientMethods;
  if (!Object.hasOwn(table, name)) throw new Error(`the ${side} has no method "${name}"`);
  return table[name] as MethodTable[string];
}

/** Fits the schema, with no field that it does not know. */
function whole(schema: z.core.$ZodType, value: unknown): void {
  expect(fit(schema, value, 'invalid_params')).toEqual(value);
}

function refusal(run: () => void): RpcError {
  try {
    run();
  } catch (error) {
    if (error instanceof RpcError) return error;
  }
  throw new Error('an example that should be refused is not');
}
