import * as z from 'zod';

/** Milliseconds since the Unix epoch. */
export const InstantMs = z.int().min(0);
