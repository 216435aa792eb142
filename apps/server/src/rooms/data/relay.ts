import {
  FileFrame,
  limits,
  ownTopicPrefix,
  type PostUp,
  type Refusal,
  RpcError,
  readContent,
  topics,
  writeContent,
} from '@earshot/protocol';
import type { Party } from '../../guard/party.ts';
import type { Chat } from '../chat/chat.ts';
import type { Author } from '../chat/chat-author.ts';
import type { Roles } from '../hosting/roles.ts';
import { type Postbox, postDown } from './postbox.ts';

/** Whoever takes part in the data of a room. */
export interface Correspondent {
  readonly seat: number;
  readonly author: Author;
  /** To whom what they do is charged. */
  readonly party: Party;
  /** Undefined while their connection is lost. */
  readonly postbox: Postbox | undefined;
}

/** Takes part in nothing but being passed on, from member to member. */
const passedOn: ReadonlySet<string> = new Set([topics.typing, topics.reaction, topics.file, topics.keys]);
/** Goes to somebody, and never to everybody. */
const letters: ReadonlySet<string> = new Set([topics.file, topics.keys]);
/** Each moves something on the screens of all. */
const signs: ReadonlySet<string> = new Set([topics.typing, topics.reaction]);
/** A floating reaction, and the news that somebody writes, are short. */
const shortBytes = limits.emojiCodeUnits * 3;
const mostBytes: Readonly<Record<string, number>> = {
  [topics.typing]: shortBytes,
  [topics.reaction]: shortBytes,
  [topics.keys]: limits.keyLetterBytes,
};

/** Passes posts on between the members of one room, and hands those of the chat to it. */
export class Relay {
  readonly #members: () => Iterable<Correspondent>;
  readonly #chat: Chat;
  readonly #encrypted: () => boolean;
  readonly #roles: Pick<Roles, 'hides' | 'isShadowMuted'>;

  constructor(options: {
    members: () => Iterable<Correspondent>;
    chat: Chat;
    /** Whether the room is. */
    encrypted: () => boolean;
    roles: Pick<Roles, 'hides' | 'isShadowMuted'>;
  }) {
    this.#encrypted = options.encrypted;
    this.#members = options.members;
    this.#chat = options.chat;
    this.#roles = options.roles;
  }

  /** @throws RpcError `malformed_data`, `encryption_required` */
  take(from: Correspondent, [topic, to, content]: PostUp, how: { number: number } | 'loose'): void {
    if (topic === topics.chat) {
      if (how === 'loose') throw new RpcError('malformed_data', { detail: 'the chat is not loose' });
      this.#chat.take(from, content);
      return;
    }
    checkTopic(topic, to, content, this.#encrypted());
    if (topic === topics.keys && how === 'loose')
      throw new RpcError('malformed_data', { detail: 'keys are not loose' });
    if (signs.has(topic) && !from.postbox?.takeSign()) {
      if (how !== 'loose') refuse(from, { number: how.number, error: 'rate_limited' });
      return;
    }
    const hidden = this.#roles.isShadowMuted(from.author) && !this.#isPlumbing(topic, content);
    const seats = to && new Set(to);
    const body = postDown(topic, from.seat, content);
    let missed: Refusal['error'] | undefined;
    let receivers = 0;
    for (const member of this.#members()) {
      if (member === from || (seats && !seats.delete(member.seat))) continue;
      receivers += 1;
      // Counted all the same, so that nothing is otherwise than ever for whoever is hidden.
      if (hidden && this.#roles.hides(from.author, member.author)) continue;
      if (how === 'loose') member.postbox?.loose(body);
      else if (member.postbox && !relayed(member.postbox, body, from)) missed = 'receiver_slow';
    }
    // Signs have a bucket of their own.
    if (!signs.has(topic)) from.postbox?.charge(receivers);
    if (seats && seats.size > 0) missed ??= 'not_found';
    if (missed && how !== 'loose') refuse(from, { number: how.number, error: missed });
  }

  /**
   * What passes between clients so that somebody reads and hears the others. A file that is asked for in an encrypted
   * room looks like one that is sent: nobody asks for the files of whoever is hidden, since nobody knows of them.
   */
  #isPlumbing(topic: string, content: Uint8Array): boolean {
    return topic === topics.keys || (topic === topics.file && (this.#encrypted() || asksForFile(content)));
  }
}

function checkTopic(topic: string, to: PostUp[1], content: Uint8Array, encrypted: boolean): void {
  if (!topic.startsWith(ownTopicPrefix)) return;
  if (!passedOn.has(topic)) throw new RpcError('malformed_data', { detail: 'the topic is the server’s own' });
  if (letters.has(topic) && !to)
    throw new RpcError('malformed_data', { detail: 'a letter goes to somebody' });
  const sealed = encrypted && topic === topics.reaction;
  // What is sealed is filled up to so many bytes: what is shorter is in the clear.
  if (sealed && content.length < limits.sealedPaddingBytes) throw new RpcError('encryption_required');
  const most = sealed ? limits.sealedSignBytes : mostBytes[topic];
  if (most !== undefined && content.length > most) throw new RpcError('malformed_data');
}

/** Fetching what others offer is no more than reading. */
function asksForFile(content: Uint8Array): boolean {
  try {
    const frame = readContent(FileFrame, content);
    return frame.do === 'read' || frame.do === 'stop';
  } catch {
    return false;
  }
}

function relayed(postbox: Postbox, body: Uint8Array, sender: Correspondent): boolean {
  try {
    postbox.relay(body, sender);
    return true;
  } catch {
    return false;
  }
}

function refuse(from: Correspondent, refusal: Refusal): void {
  from.postbox?.tell(postDown(topics.refused, null, writeContent(refusal)));
}
