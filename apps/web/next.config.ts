import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'export',
  transpilePackages: ['@earshot/client', '@earshot/protocol', '@earshot/lifetime'],
  turbopack: { root: join(import.meta.dirname, '../..') },
  // `tsc -p .` is a task of its own.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  poweredByHeader: false,
};

export default config;
