import * as z from 'zod';

/** What a key was made in a room. The owner stands with the room itself. */
export const StoredRole = z.enum(['moderator', 'speaker', 'listener']);
export type StoredRole = z.infer<typeof StoredRole>;
