import fc from 'fast-check';
import type * as z from 'zod/mini';
import { toBase64 } from '../data/bytes.ts';
import { roomTag } from '../room-settings.ts';
import { cleanName, roomSlug, truncate } from '../text.ts';
import { type JsonSchema, jsonSchema, type NamedType, referredName } from './json-schemas.ts';

/** Values that fit a schema, as a sender would write them. */
export function arbitraryFor(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const root = jsonSchema(schema);
  return arbitrary(root, root);
}

/** Names follow rules that JSON Schema has no words for. */
const special: { [Name in NamedType]?: fc.Arbitrary<unknown> } = {
  RoomName: text(20).map((words) => roomSlug(words) || 'room'),
  Bytes: fc.uint8Array({ maxLength: 50 }).map(toBase64),
  MemberName: text(20).map((words) => truncate(cleanName(words), 40, 256) || 'Ann'),
  RoomTag: text(20).map((words) => roomTag(words) || 'tag'),
  ProfileEmoji: fc.constantFrom('', '🦊', '👩🏽‍💻', '🇻🇳'),
};

function arbitrary(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const name = referredName(schema);
  if (name) return special[name] ?? arbitrary(root.$defs?.[name] ?? {}, root);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => arbitrary(option, root)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return schema.properties ? record(schema, root) : dictionary(schema, root);
    case 'array': {
      const { minItems: minLength = 0, maxItems = Number.POSITIVE_INFINITY, items = {} } = schema;
      const bounds = { minLength, maxLength: Math.min(maxItems, minLength + 3) };
      const item = arbitrary(items as JsonSchema, root);
      return referredName(items as JsonSchema) === 'RoomTag'
        ? fc.uniqueArray(item, bounds)
        : fc.array(item, bounds);
    }
    case 'string':
      return string(schema);
    case 'integer':
      return fc
        .maxSafeInteger()
        .map((value) => within(value, schema.minimum ?? 0, schema.maximum ?? 2 ** 53 - 1));
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`);
  }
}

function record({ properties = {}, required = [] }: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(
    ([key, field]) => [key, arbitrary(field as JsonSchema, root)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
}

/** `__proto__` is a key that no message keeps: MessagePack refuses it, and the schemas drop it. */
function dictionary(
  { propertyNames, additionalProperties }: JsonSchema,
  root: JsonSchema,
): fc.Arbitrary<unknown> {
  const keys = string(propertyNames as JsonSchema).filter((key) => key !== '__proto__');
  const values = arbitrary(additionalProperties as JsonSchema, root);
  return fc.dictionary(keys, values, { maxKeys: 4, noNullPrototype: true });
}

function string({ pattern, minLength = 0, maxLength = 100 }: JsonSchema): fc.Arbitrary<string> {
  const strings =
    pattern === undefined ? text(Math.min(maxLength, 100)) : fc.stringMatching(new RegExp(pattern));
  return strings.filter((value) => value.length >= minLength && value.length <= maxLength);
}

/** Whole characters of every script. A byte order mark at the start of a long text is lost in MessagePack. */
function text(maxLength: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: 'binary', maxLength }).map((value) => value.replace(/^\ufeff/, '')),
  );
}

function within(value: number, minimum: number, maximum: number): number {
  return minimum + (Math.abs(value) % (maximum - minimum + 1));
}
