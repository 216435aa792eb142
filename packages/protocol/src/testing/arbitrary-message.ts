import fc from 'fast-check';
import { clientMethods, type MethodTable, serverMethods } from '../methods.ts';
import { arbitraryFor } from './arbitrary-for.ts';

/** What stands in a field where something else belongs. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    ...[
      null,
      true,
      '',
      'x',
      'x'.repeat(300),
      '__proto__',
      '\ud800',
      0,
      -0,
      -1,
      1.5,
      2 ** 53,
      1e308,
      [],
      {},
      [[]],
    ],
    ...[Array(5_000).fill(0), Array(200).fill({}), nested(20), wide(100), { length: -1 }, { toString: 1 }],
    ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"then":{}}'].map(
      (json) => JSON.parse(json),
    ),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)];
}

function wide(keys: number): object {
  return Object.fromEntries(Array.from({ length: keys }, (_, key) => [`k${key}`, key]));
}

const jsonrpc = fc.constant('2.0');
const id = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.maxSafeInteger(), fc.string({ maxLength: 64 }));

/** Calls of every method, both ways, as requests and as notifications, with parameters that fit or none. */
const knownCalls = [serverMethods, clientMethods].flatMap((table: MethodTable) =>
  Object.entries(table).map(([method, { params }]) =>
    fc.record(
      { jsonrpc, id, method: fc.constant(method), params: arbitraryFor(params) },
      { requiredKeys: ['jsonrpc', 'method'], noNullPrototype: true },
    ),
  ),
);
const unknownCall = fc.record(
  { jsonrpc, id, method: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString')), params: junk },
  { requiredKeys: ['jsonrpc', 'method'], noNullPrototype: true },
);

/** Answers, right and wrong, to questions that were asked and to others. */
const answer = fc.oneof(
  fc.record({ jsonrpc, id: fc.oneof(id, junk), result: fc.oneof(fc.constant({}), junk) }),
  fc.record({
    jsonrpc,
    id: fc.oneof(id, fc.constant(null)),
    error: fc.oneof(
      junk,
      fc.record({ code: fc.integer({ min: -32_768, max: -31_990 }), message: fc.string(), data: junk }),
    ),
  }),
);

/** Messages that are what they should be, or nearly so. */
export const plausibleMessage: fc.Arbitrary<object> = fc.oneof(...knownCalls, unknownCall, answer);

/** The same, and nonsense, and messages with one place somewhere in them changed. */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  plausibleMessage,
  junk,
  fc
    .tuple(plausibleMessage, fc.nat(), junk, fc.constantFrom('replace', 'remove', 'add'))
    .map(([whole, place, value, how]) => changed(whole, { place, value, how })),
);

function changed(
  whole: object,
  { place, value, how }: { place: number; value: unknown; how: string },
): unknown {
  const copy = structuredClone(whole);
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const visit = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      visit((holder as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [holder, key] = places[place % places.length] as (typeof places)[0];
  if (how === 'remove') delete holder[key];
  else holder[how === 'add' ? `${key}2` : key] = value;
  return copy;
}
