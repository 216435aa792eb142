import type { Clock } from '@earshot/lifetime';
import {
  fit,
  limits,
  OperatorClosing,
  OperatorNewBan,
  OperatorOutcome,
  OperatorReportsQuery,
  OperatorRoomsQuery,
  OperatorSwitches,
  OperatorWords,
  RpcError,
} from '@earshot/protocol';
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { addressPrefix } from '../addresses/address-prefix.ts';
import type { TrustedProxies } from '../addresses/trusted-proxies.ts';
import { Ledger } from '../guard/ledger.ts';
import type { OperatorDesk } from '../operator/operator-desk.ts';
import { bears } from './bearer.ts';
import { sendProblem } from './http-problem.ts';

interface OperatorApiOptions {
  /** Undefined: there is no operator, and nothing of this. */
  token: string | undefined;
  desk: OperatorDesk;
  trustedProxies: TrustedProxies;
  clock: Clock;
}

type Answer = (request: FastifyRequest, id: string) => unknown;

/** A full list of words, each in four bytes of UTF-8 to a letter, with what JSON needs beside. */
const wordsBytes = limits.operatorWords * (limits.operatorWordCodeUnits * 4 + 8);

/** `/api/operator`: what the operator reads and does, for whoever brings the token. */
export async function addOperatorApi(app: FastifyInstance, options: OperatorApiOptions): Promise<void> {
  const { token, desk, trustedProxies, clock } = options;
  if (token === undefined) return;
  const most = () => limits.operatorWrongTokens;
  const wrongTokens = new Ledger({
    clock,
    budget: () => ({ free: most(), most: most(), perSecond: limits.operatorWrongTokensPerSecond }),
  });

  await app.register(async (api) => {
    // Before anything of the request is read.
    api.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { headers, raw } = request;
      // First of all: whoever shares the operator's address must not keep them out by guessing. What makes that
      // hopeless is the token's length, so only its guesser waits.
      if (bears(headers, token)) return;
      const { remoteAddress } = raw.socket;
      const address = trustedProxies.clientAddress({
        remoteAddress,
        forwardedFor: headers['x-forwarded-for'],
      });
      const prefix = addressPrefix(address ?? '') ?? '';
      const waitMs = wrongTokens.waitMs(prefix);
      if (waitMs > 0) return sendProblem(reply, new RpcError('rate_limited'), waitMs);
      wrongTokens.charge(prefix);
      reply.header('www-authenticate', 'Bearer');
      return sendProblem(reply, new RpcError('token_rejected'));
    });

    const route = (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      path: string,
      { answer, ...rest }: RouteShorthandOptions & { answer: Answer },
    ) =>
      api.route({
        ...rest,
        method,
        url: `/api/operator${path}`,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          try {
            const found = await answer(request, (request.params as { id?: string }).id ?? '');
            return found === undefined ? reply.code(204).send() : found;
          } catch (error) {
            return sendProblem(reply, error);
          }
        },
      });

    route('GET', '', { answer: () => desk.overview() });
    route('GET', '/reports', {
      answer: ({ query }) => desk.reports(fit(OperatorReportsQuery, query, 'invalid_params').before),
    });
    route('POST', '/reports/:id/close', {
      answer: ({ body }, id) => desk.closeReport(id, fit(OperatorOutcome, body, 'invalid_params').outcome),
    });
    route('POST', '/reports/:id/reopen', { answer: (_request, id) => desk.reopenReport(id) });
    route('GET', '/rooms', {
      answer: ({ query }) => desk.rooms(fit(OperatorRoomsQuery, query, 'invalid_params')),
    });
    route('POST', '/rooms/close', {
      answer: ({ body }) => desk.closeRoom(fit(OperatorClosing, body, 'invalid_params')),
    });
    route('GET', '/bans', { answer: () => desk.bans() });
    route('POST', '/bans', { answer: ({ body }) => desk.ban(fit(OperatorNewBan, body, 'invalid_params')) });
    route('DELETE', '/bans/:id', { answer: (_request, id) => desk.lift(id) });
    route('PUT', '/switches', {
      answer: ({ body }) => desk.setSwitches(fit(OperatorSwitches, body, 'invalid_params')),
    });
    route('PUT', '/words', {
      bodyLimit: wordsBytes,
      answer: ({ body }) => desk.setWords(fit(OperatorWords, body, 'invalid_params')),
    });
  });
}
