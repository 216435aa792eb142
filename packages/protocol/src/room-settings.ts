import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { cleanName, graphemes, roomSlug, truncate } from './text.ts';

/** Long enough for any line that people can read, short enough to be worth looking at. */
const maxTopicCodeUnits = 480;

/** What a room is about, in a line. Cleaned as names are; empty: nothing is said. */
export const RoomTopic = z.string().check(
  z.maxLength(maxTopicCodeUnits, { abort: true, error: 'is too long' }),
  z.overwrite(cleanName),
  z.refine((text) => graphemes(text) <= limits.roomTopicGraphemes, 'is too long'),
);
export type RoomTopic = z.infer<typeof RoomTopic>;

/** A tag from what was typed, in the form of a room's link and shorter. Empty where nothing is left. */
export function roomTag(text: string): string {
  return truncate(roomSlug(text), limits.roomTagGraphemes).replace(/-$/, '');
}

/** A word to find a room by, exactly as `roomTag` writes it. */
export const RoomTag = z.string().check(
  z.maxLength(limits.nameCodeUnits, { abort: true, error: 'is too long' }),
  z.minLength(1),
  z.refine((tag) => roomTag(tag) === tag, 'is not in the form of a tag'),
);
export type RoomTag = z.infer<typeof RoomTag>;

/** The language that is spoken: a primary subtag of BCP 47, as "vi"; empty: not said. */
export const RoomLanguage = z.string().check(z.regex(/^(?:[a-z]{2,3})?$/, 'is not a language'));
export type RoomLanguage = z.infer<typeof RoomLanguage>;

/** `invited`: whoever comes in listens, until they are made a speaker. */
export const Speaking = z.enum(['everyone', 'invited']);
export type Speaking = z.infer<typeof Speaking>;

/** `off`: nobody writes but the owner and moderators. */
export const ChatMode = z.enum(['on', 'off']);
export type ChatMode = z.infer<typeof ChatMode>;

const SlowChatSeconds = z.int().check(z.minimum(0), z.maximum(limits.slowChatMaxSeconds));

/** What the owner of a room decides about it, all of it at once. */
export const RoomSettings = z.object({
  topic: RoomTopic,
  tags: z.array(RoomTag).check(
    z.maxLength(limits.roomTags),
    z.refine((tags) => new Set(tags).size === tags.length, 'a tag is there twice'),
  ),
  language: RoomLanguage,
  /** Whether it stands in the directory. */
  listed: z.boolean(),
  speaking: Speaking,
  /** For how long whoever is here for the first time only listens; 0: not at all. */
  newcomersListenMinutes: z.int().check(z.minimum(0), z.maximum(limits.newcomersListenMaxMinutes)),
  /** How many people may be in it. */
  sizeLimit: z.int().check(z.minimum(2), z.maximum(limits.roomMembers)),
  chat: ChatMode,
  /** How long each person waits from one message to the next; 0: not at all. */
  slowChatSeconds: SlowChatSeconds,
  /** Nobody new comes in. */
  locked: z.boolean(),
  /** All that is said, shown and written is sealed by its sender: chosen when the room is made. Left out: no. */
  encrypted: z.optional(z.boolean()),
});
export type RoomSettings = z.infer<typeof RoomSettings>;

/** What of the settings keeps order from one moment to the next. */
export const RoomModes = z.object({
  speaking: z.optional(Speaking),
  slowChatSeconds: z.optional(SlowChatSeconds),
  locked: z.optional(z.boolean()),
  chat: z.optional(ChatMode),
});
export type RoomModes = z.infer<typeof RoomModes>;

/** Those of a room that is made, before anything is chosen. */
export const defaultRoomSettings: RoomSettings = {
  topic: '',
  tags: [],
  language: '',
  listed: false,
  speaking: 'everyone',
  newcomersListenMinutes: 0,
  sizeLimit: limits.roomMembers,
  chat: 'on',
  slowChatSeconds: 0,
  locked: false,
};

/** Those of a private room that is made. What it is called and about is sealed, and stands elsewhere. */
export const privateRoomSettings: RoomSettings = {
  ...defaultRoomSettings,
  sizeLimit: limits.encryptedRoomMembers,
  encrypted: true,
};

/** Those of a room that nobody owns. The directory shows it once two people are in it. */
export const ownerlessRoomSettings: RoomSettings = { ...defaultRoomSettings, listed: true };
