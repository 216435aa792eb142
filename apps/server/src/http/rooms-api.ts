import { createHash } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import {
  fit,
  limits,
  type RoomGlance,
  RoomName,
  type RoomsPage,
  RoomsQuery,
  RpcError,
} from '@earshot/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { addressPrefix } from '../addresses/address-prefix.ts';
import type { TrustedProxies } from '../addresses/trusted-proxies.ts';
import { AddressLimits } from './address-limits.ts';
import { sendProblem } from './http-problem.ts';
import type { LiveRooms } from './live-rooms.ts';

const Named = z.object({ name: RoomName });

interface RoomsApiOptions {
  page(query: RoomsQuery): RoomsPage;
  glance(room: RoomName): RoomGlance;
  live: LiveRooms;
  trustedProxies: TrustedProxies;
  clock: Clock;
}

/**
 * `GET /api/rooms`: the directory, page by page. `GET /api/rooms/live`: what changes in it.
 * `GET /api/rooms/<name>/glance`: who is in a room.
 */
export function addRoomsApi(
  app: FastifyInstance,
  { page, glance, live, trustedProxies, clock }: RoomsApiOptions,
): void {
  const addressLimits = new AddressLimits(clock, {
    perSecond: limits.directoryRequestsPerSecond,
    burst: limits.directoryRequestBurst,
    addresses: limits.directoryAddressesCounted,
  });
  const networkOf = ({ socket: { remoteAddress }, headers }: FastifyRequest) => {
    const forwardedFor = headers['x-forwarded-for'];
    return addressPrefix(trustedProxies.clientAddress({ remoteAddress, forwardedFor }) ?? '') ?? '';
  };

  app.get('/api/rooms', (request, reply) => {
    const waitMs = addressLimits.waitMs(networkOf(request));
    if (waitMs > 0) return sendProblem(reply, new RpcError('rate_limited'), waitMs);
    try {
      const { version, ...found } = page(fit(RoomsQuery, request.query, 'invalid_params'));
      const etag = tagOf(JSON.stringify(found));
      // Whoever has it asks again each time, and is mostly told that nothing is new.
      reply.header('cache-control', 'no-cache').header('etag', etag);
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(JSON.stringify({ version, ...found }));
    } catch (error) {
      return sendProblem(reply, error);
    }
  });

  app.get('/api/rooms/live', { exposeHeadRoute: false }, (request, reply) => {
    const network = networkOf(request);
    const waitMs = addressLimits.waitMs(network);
    if (waitMs > 0) return sendProblem(reply, new RpcError('rate_limited'), waitMs);
    try {
      const { stream } = live.watch(network, knownVersion(request));
      return (
        reply
          .type('text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          // A proxy that gathers before it passes on would keep the news.
          .header('x-accel-buffering', 'no')
          .send(stream)
      );
    } catch (error) {
      return sendProblem(reply, error, limits.directoryHeartbeatMs);
    }
  });

  app.get('/api/rooms/:name/glance', (request, reply) => {
    const waitMs = addressLimits.waitMs(networkOf(request));
    if (waitMs > 0) return sendProblem(reply, new RpcError('rate_limited'), waitMs);
    try {
      const { name } = fit(Named, request.params, 'invalid_params');
      return reply.header('cache-control', 'no-store').send(glance(name));
    } catch (error) {
      return sendProblem(reply, error);
    }
  });
}

/** What is found is the same while this is; the version goes on, whatever else happens. */
function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Where the watcher left off: browsers say it by themselves when they come back. */
function knownVersion({ headers, query }: FastifyRequest): number | undefined {
  const { after } = query as { after?: unknown };
  const text = headers['last-event-id'] ?? after;
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Whether `If-None-Match` names it (RFC 9110, 13.1.2); a proxy may have made it weak. */
function namesTag(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim()));
}
