import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { cleanName, graphemes, roomSlug } from './text.ts';

/** The name in a room's link, exactly as `roomSlug` writes it. */
export const RoomName = z.string().check(
  z.minLength(1),
  z.maxLength(limits.nameCodeUnits),
  z.refine((name) => name !== '' && roomSlug(name) === name, 'is not in the form of a room link'),
);
export type RoomName = z.infer<typeof RoomName>;

/** What a person is called. Cleaned on the way in; empty or too long is refused. */
export const MemberName = z.string().check(
  z.maxLength(limits.nameCodeUnits),
  z.overwrite(cleanName),
  z.minLength(1, 'is empty'),
  z.refine((name) => graphemes(name) <= limits.memberNameGraphemes, 'is too long'),
);
export type MemberName = z.infer<typeof MemberName>;

const id = () => z.string().check(z.minLength(1), z.maxLength(64));

export const MemberId = id();
export type MemberId = z.infer<typeof MemberId>;
export const TransportId = id();
export type TransportId = z.infer<typeof TransportId>;
export const ProducerId = id();
export type ProducerId = z.infer<typeof ProducerId>;
export const ConsumerId = id();
export type ConsumerId = z.infer<typeof ConsumerId>;
