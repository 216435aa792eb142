import type { Clock } from '@earshot/lifetime';
import {
  type Certificate,
  type DevicesAnswer,
  DevicesRequest,
  fit,
  IdentityKey,
  limits,
  RpcError,
} from '@earshot/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { addressPrefix } from '../addresses/address-prefix.ts';
import type { TrustedProxies } from '../addresses/trusted-proxies.ts';
import { AddressLimits } from './address-limits.ts';
import { sendProblem } from './http-problem.ts';

type Slot = 'ask' | 'reply';

interface DevicesApiOptions {
  clock: Clock;
  trustedProxies: TrustedProxies;
  /** The names of this server; empty: whatever each request says. */
  publicHosts: readonly string[];
  desk: {
    nonce(): string;
    answer(request: DevicesRequest, hosts: readonly string[]): Promise<DevicesAnswer>;
    recovery(key: IdentityKey): Promise<readonly Certificate[]>;
  };
  boxes: {
    open(id: string): void;
    leave(id: string, slot: Slot, sealed: string): void;
    take(id: string, slot: Slot, signal: AbortSignal): Promise<string | undefined>;
    remove(id: string): void;
  };
}

const BoxId = z.string().check(z.regex(/^[\w-]{22}$/));
const Letter = z.object({
  sealed: z.string().check(z.maxLength(Math.ceil((limits.linkBoxBytes * 4) / 3)), z.regex(/^[\w-]+$/)),
});

/** A person's devices, and the boxes in which a new one meets one that is linked already. */
export function addDevicesApi(app: FastifyInstance, options: DevicesApiOptions): void {
  const { publicHosts, desk, boxes, clock, trustedProxies } = options;
  const addressLimits = new AddressLimits(clock, {
    perSecond: limits.devicesRequestsPerSecond,
    burst: limits.devicesRequestBurst,
    addresses: limits.devicesAddressesCounted,
  });
  const waitMsOf = ({ headers, raw }: FastifyRequest) => {
    const { remoteAddress } = raw.socket;
    const address = trustedProxies.clientAddress({ remoteAddress, forwardedFor: headers['x-forwarded-for'] });
    return addressLimits.waitMs((address && addressPrefix(address)) ?? '');
  };

  /** One route: what it answers with, or 204, or the error as an object. */
  const route = (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    answer: (request: FastifyRequest, params: Record<string, string>, gone: AbortSignal) => unknown,
  ) =>
    app.route({
      method,
      url,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const waitMs = waitMsOf(request);
        if (waitMs > 0) return sendProblem(reply, new RpcError('rate_limited'), waitMs);
        const gone = new AbortController();
        reply.raw.on('close', () => gone.abort());
        try {
          const found = await answer(request, request.params as Record<string, string>, gone.signal);
          return found === undefined ? reply.code(204).send() : found;
        } catch (error) {
          return sendProblem(reply, error);
        }
      },
    });

  const box = (params: Record<string, string>) => fit(BoxId, params.box, 'not_found');

  route('GET', '/api/devices/nonce', () => ({ nonce: desk.nonce() }));
  route('POST', '/api/devices', ({ body, headers }) => {
    const hosts = publicHosts.length > 0 ? publicHosts : [headers.host?.toLowerCase() ?? ''];
    return desk.answer(fit(DevicesRequest, body, 'invalid_params'), hosts);
  });
  route('GET', '/api/devices/recovery/:key', async (_request, { key }) => ({
    certificates: await desk.recovery(fit(IdentityKey, key, 'not_found')),
  }));
  route('PUT', '/api/link/:box', (_request, params) => boxes.open(box(params)));
  route('DELETE', '/api/link/:box', (_request, params) => boxes.remove(box(params)));
  for (const slot of ['ask', 'reply'] as const) {
    route('PUT', `/api/link/:box/${slot}`, ({ body }, params) =>
      boxes.leave(box(params), slot, fit(Letter, body, 'invalid_params').sealed),
    );
    route('GET', `/api/link/:box/${slot}`, async (_request, params, gone) => {
      const sealed = await boxes.take(box(params), slot, gone);
      return sealed === undefined ? undefined : { sealed };
    });
  }
}
