import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { cleanName, graphemes, roomSlug } from './text.ts';

/**
 * A name of any length costs no more than a short one: what is too long is not looked at further. zod counts
 * code points, of which there are never more than code units.
 */
const nameText = () =>
  z.string().check(z.maxLength(limits.nameCodeUnits, { abort: true, error: 'is too long' }));

/** The name in a room's link, exactly as `roomSlug` writes it. */
export const RoomName = nameText().check(
  z.minLength(1),
  z.refine((name) => roomSlug(name) === name, 'is not in the form of a room link'),
);
export type RoomName = z.infer<typeof RoomName>;

/** What a person is called. Cleaned on the way in; empty or too long is refused. */
export const MemberName = nameText().check(
  z.overwrite(cleanName),
  z.minLength(1, 'is empty'),
  z.refine(
    (name) => name.length <= limits.nameCodeUnits && graphemes(name) <= limits.memberNameGraphemes,
    'is too long',
  ),
);
export type MemberName = z.infer<typeof MemberName>;

const id = () => z.string().check(z.minLength(1), z.maxLength(64));

export const MemberId = id();
export type MemberId = z.infer<typeof MemberId>;
/** Lets a member whose connection was lost take their seat again. As secret as a password, and made anew each time. */
export const ReturnToken = id();
export type ReturnToken = z.infer<typeof ReturnToken>;

export const TransportId = id();
export type TransportId = z.infer<typeof TransportId>;
export const ProducerId = id();
export type ProducerId = z.infer<typeof ProducerId>;
export const ConsumerId = id();
export type ConsumerId = z.infer<typeof ConsumerId>;
export const DataProducerId = id();
export type DataProducerId = z.infer<typeof DataProducerId>;
export const DataConsumerId = id();
export type DataConsumerId = z.infer<typeof DataConsumerId>;
