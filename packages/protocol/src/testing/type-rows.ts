import type * as z from 'zod/mini';
import { type JsonSchema, jsonSchema, type NamedType, referredName } from './json-schemas.ts';

/** One field of a type, as a table of PROTOCOL.md lists it. */
export interface TypeRow {
  /** Where it stands: `codecs[].mimeType`. */
  field: string;
  type: string;
  needed: 'yes' | 'no';
}

/** The fields of an object, those of nameless objects inside it included. */
export function typeRows(schema: z.core.$ZodType): TypeRow[] {
  return rowsOf(resolved(schema), '');
}

/** A type that is not an object, in words. */
export function typeWords(schema: z.core.$ZodType): string {
  return words(resolved(schema));
}

/** A named type refers to itself; what it is stands in its definition. */
function resolved(schema: z.core.$ZodType): JsonSchema {
  const json = jsonSchema(schema);
  const name = referredName(json);
  return name ? (json.$defs?.[name] ?? {}) : json;
}

function rowsOf(schema: JsonSchema, path: string): TypeRow[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const field = value as JsonSchema;
    const place = `${path}${key}`;
    const row: TypeRow = { field: place, type: words(field), needed: required.has(key) ? 'yes' : 'no' };
    const items = field.items as JsonSchema | undefined;
    return [row, ...(items ? rowsOf(items, `${place}[].`) : rowsOf(field, `${place}.`))];
  });
}

function words(schema: JsonSchema): string {
  const name: NamedType | undefined = referredName(schema);
  if (name) return name;
  if (schema.anyOf) return schema.anyOf.map(words).join(', or ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  switch (schema.type) {
    case 'array':
      return `list of ${words(schema.items as JsonSchema)}${bounds('items', schema.minItems, schema.maxItems)}`;
    case 'object':
      return schema.properties
        ? 'object'
        : `map from ${words(schema.propertyNames as JsonSchema)} to ${words(schema.additionalProperties as JsonSchema)}`;
    case 'string':
      if (schema.contentEncoding) return 'bytes';
      return `${textKind(schema.pattern)}${bounds('long', schema.minLength, schema.maxLength)}`;
    case 'integer':
      return `integer${bounds('', schema.minimum, schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum)}`;
    default:
      return String(schema.type);
  }
}

function textKind(pattern: string | undefined): string {
  switch (pattern) {
    case undefined:
      return 'text';
    case String.raw`^[\x20-\x7e]*$`:
      return 'printable ASCII';
    case String.raw`^[\x21-\x7e]*$`:
      return 'ASCII without spaces';
    case String.raw`^[\w-]{42}[AEIMQUYcgkosw048]$`:
      return 'base64url of 32 bytes';
    case String.raw`^[\w-]{85}[AQgw]$`:
      return 'base64url of 64 bytes';
    case String.raw`^[\da-f]{2}(:[\da-f]{2})*$`:
      return 'pairs of hex digits with colons between';
    case '^(?:[a-z]{2,3})?$':
      return 'two or three letters from a to z, or empty text';
    case String.raw`^[\w-]{16,32}$`:
      return '16 to 32 letters, digits, hyphens or underscores';
    case String.raw`^[\w.-]{16,160}$`:
      return '16 to 160 letters, digits, dots, hyphens or underscores';
    case String.raw`^[\da-f]{64}$`:
      return '64 hex digits';
    case String.raw`^[\w.+-]{1,64}\/[\w.+-]{1,64}$|^$`:
      return 'a media type, or empty text';
    case '^[a-z]{2,3}$':
      return '2 or 3 small letters';
    case String.raw`^\d{1,4}$`:
      return '1 to 4 digits';
    case '^p-[a-z2-7]{26}$':
      return '"p-" and 26 letters or digits of base32';
    default:
      return base64url(pattern) ?? `text like ${pattern}`;
  }
}

function base64url(pattern: string): string | undefined {
  const [, least, most] = /^\^\[\\w-\]\{(\d+)(?:,(\d+))?\}\$$/.exec(pattern) ?? [];
  return least && `base64url of ${most ? `${least} to ${most}` : least} letters`;
}

function bounds(of: string, least: number | undefined, most: number | undefined): string {
  const unit = of && ` ${of}`;
  if (least !== undefined && most !== undefined) return ` (${least} to ${most}${unit})`;
  if (most !== undefined) return ` (at most ${most}${unit})`;
  return least === undefined ? '' : ` (at least ${least}${unit})`;
}
