import * as z from 'zod/mini';
import { limits } from '../limits.ts';

/** A member's `seat`: small numbers, so that posts stay small. */
const Seat = z.int().check(z.minimum(0));

/** What a post is about. Those of applications begin with a letter or digit; `earshot.` is Earshot's own. */
export const Topic = z
  .string()
  .check(z.maxLength(limits.dataTopicLength), z.regex(/^[a-z\d][a-z\d._-]*$/, 'is not a topic'));

/** Topics with a meaning of their own. */
export const topics = {
  /** Commands to the server, and what it tells of the chat. */
  chat: 'earshot.chat',
  /** Somebody writes: no content. */
  typing: 'earshot.typing',
  /** A reaction that floats over the room: an emoji as text. */
  reaction: 'earshot.reaction',
  /** Files, from member to member. */
  file: 'earshot.file',
  /** Letters with keys, from member to member of an encrypted room. */
  keys: 'earshot.keys',
  /** The server could not pass on a post. */
  refused: 'earshot.refused',
} as const;

export const ownTopicPrefix = 'earshot.';

const content = z
  .instanceof(Uint8Array)
  .check(z.refine((bytes) => bytes.length <= limits.dataBytes, 'is too long'));

/** A post of a client: topic, the seats it goes to (null: everyone else), content. */
export const PostUp = z.tuple([
  Topic,
  z.nullable(z.array(Seat).check(z.minLength(1), z.maxLength(limits.roomMembers))),
  content,
]);
export type PostUp = z.infer<typeof PostUp>;

/** A post as it arrives: topic, the seat it comes from (null: the server), content. */
export const PostDown = z.tuple([Topic, z.nullable(Seat), content]);
export type PostDown = z.infer<typeof PostDown>;

/** Content of `earshot.refused`: which post, by its number, and for whom. */
export const Refusal = z.object({
  number: z.int(),
  error: z.enum([
    'receiver_slow',
    'not_found',
    'rate_limited',
    'malformed_data',
    'encryption_required',
    'internal',
  ]),
});
export type Refusal = z.infer<typeof Refusal>;
