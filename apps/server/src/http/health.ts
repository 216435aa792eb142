import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { bears } from './bearer.ts';

export interface HealthOptions {
  /** Why newcomers should go elsewhere now, or undefined. */
  unready(): string | undefined;
  metrics: Registry;
  metricsToken: string | undefined;
}

/** `/healthz`: the process lives. `/readyz`: it takes newcomers. `/metrics`: what it is doing. */
export function addHealth(app: FastifyInstance, { unready, metrics, metricsToken }: HealthOptions): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = unready();
    if (reason === undefined) return { status: 'ok' };
    return reply.code(503).send({ status: 'unready', reason });
  });
  app.get('/metrics', async (request, reply) => {
    if (metricsToken && !bears(request.headers, metricsToken)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send();
    }
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}
