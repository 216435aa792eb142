import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * What pages may do: nothing from elsewhere, no inline script but the build's own by hash, no inline style.
 * @param scriptHashes CSP sources of one page's inline scripts.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  return [
    `default-src 'none'`,
    // WebAssembly is how the learned noise suppression and hashing run; it makes no other eval possible.
    `script-src 'self' 'wasm-unsafe-eval' ${scriptHashes.join(' ')}`.trim(),
    `style-src 'self'`,
    // blob: for pictures that came from another member; only what script made here has such an address.
    `img-src 'self' blob:`,
    `font-src 'self'`,
    `media-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    // Pages carry their own, with their hashes.
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    // Whoever ends TLS in front decides about HSTS.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'microphone=(self), camera=(self), display-capture=(self), speaker-selection=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=()',
    );
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', contentSecurityPolicy([]));
    }
  });
}
