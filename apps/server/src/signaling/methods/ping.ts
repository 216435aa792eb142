import type { Method } from './index.ts';

export const ping: Method<'ping'> = () => ({});
