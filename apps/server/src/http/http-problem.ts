import { type ErrorName, type HttpProblem, RpcError } from '@earshot/protocol';
import type { FastifyReply } from 'fastify';

const statuses: Partial<Record<ErrorName, number>> = {
  invalid_params: 400,
  token_rejected: 401,
  identity_rejected: 403,
  not_found: 404,
  wrong_state: 409,
  too_many_devices: 409,
  words_refused: 422,
  rate_limited: 429,
  server_full: 503,
  server_stopping: 503,
  storage_failed: 503,
};

/** Answers with an error of the protocol's table; whatever is none of them is thrown on. */
export function sendProblem(reply: FastifyReply, error: unknown, retryAfterMs?: number): FastifyReply {
  if (!(error instanceof RpcError)) throw error;
  const { error: name, message, retryable, detail } = error;
  const problem: HttpProblem = { error: name, message, retryable, ...(detail !== undefined && { detail }) };
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  return reply
    .code(statuses[name] ?? 500)
    .header('cache-control', 'no-store')
    .send(problem);
}
