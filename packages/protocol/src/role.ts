import * as z from 'zod/mini';

/** What somebody is in a room. Where nobody owns it, everyone is a `speaker`. */
export const Role = z.enum(['owner', 'moderator', 'speaker', 'listener']);
export type Role = z.infer<typeof Role>;

/** What somebody can be made; the owner is made by `handOver`. */
export const GivenRole = z.enum(['moderator', 'speaker', 'listener']);
export type GivenRole = z.infer<typeof GivenRole>;

const ranks: Readonly<Record<Role, number>> = { owner: 3, moderator: 2, speaker: 1, listener: 0 };

/** Whether a role stands below another one. */
export function isBelow(role: Role, other: Role): boolean {
  return ranks[role] < ranks[other];
}
