import { join } from 'node:path';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';

const common: NextConfig = {
  transpilePackages: ['@earshot/client', '@earshot/protocol', '@earshot/lifetime'],
  turbopack: { root: join(import.meta.dirname, '../..') },
  // `tsc -p .` is a task of its own.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  poweredByHeader: false,
};

/** A static export that our server serves; in development Next serves it, and leads room links to `/r` as our server does. */
export default function config(phase: string): NextConfig {
  if (phase !== PHASE_DEVELOPMENT_SERVER) return { ...common, output: 'export' };
  return {
    ...common,
    rewrites: async () => [{ source: '/r/:name', destination: '/r' }],
  };
}
