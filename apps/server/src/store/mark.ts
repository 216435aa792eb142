import * as z from 'zod';

/** What is remembered of a key in a room beside its role. */
export const Mark = z.enum(['shadowMuted', 'regular']);
export type Mark = z.infer<typeof Mark>;
