import * as z from 'zod/mini';
import { type ErrorName, RpcError } from './errors.ts';

/** Nobody reads the second thing that does not fit, and thousands of them cost more than all other work. */
const firstOnly: z.core.ParseContextInternal<z.core.$ZodIssue> = { abortEarly: true };

/**
 * Parses what came over the wire.
 * @throws RpcError with the code `error` and a detail such as `rtpCapabilities.codecs.0.kind: is not …`
 */
export function fit<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  error: ErrorName,
): z.output<Schema> {
  const parsed = z.safeParse(schema, value, firstOnly);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const parts = issue ? [issue.path.join('.'), whatIsWrong(issue)] : [];
  throw new RpcError(error, { detail: parts.filter(Boolean).join(': ') });
}

/** In our words: zod/mini comes without a language. */
function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return /^[aeio]/.test(issue.expected) ? `is not an ${issue.expected}` : `is not a ${issue.expected}`;
    case 'invalid_value':
      return `is not one of ${issue.values.join(', ')}`;
    case 'too_big':
      return `is more than ${issue.maximum}`;
    case 'too_small':
      return `is less than ${issue.minimum}`;
    default:
      return issue.message;
  }
}
