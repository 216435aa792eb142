import type { ChatMessage, ChatReaction } from '@earshot/protocol';
import { type Author, type ChatAuthors, personOf } from './chat-author.ts';
import type { Entry, Writer } from './chat-log.ts';

/** Through whose eyes a chat is read: owner and moderators read the shadow muted, too. */
export interface Reader {
  readonly person: string;
  readonly host: boolean;
}

/** Whether this reader is to know what that person wrote, or that they reacted. */
export function reads({ person, host }: Reader, writer: Writer): boolean {
  return !writer.shadowMuted || host || personOf(writer) === person;
}

/** Who wrote a message, as they stood then. */
export function writerOf({ author, shadowMuted }: Entry): Writer {
  return { ...author, shadowMuted };
}

/** Those of a message whose part in it is not for everybody. */
export function shadowMutedOf(entry: Entry): Set<string> {
  const reacted = [...entry.reactions.values()].flatMap((by) => [...by.values()]);
  const hidden = [writerOf(entry), ...reacted].filter(({ shadowMuted }) => shadowMuted);
  return new Set(hidden.map(personOf));
}

/** A message as this reader is to see it. */
export function messageFor(reader: Reader, entry: Entry, authors: ChatAuthors): ChatMessage {
  const { id, sequence, revision, author, sentAtMs, text, replyTo, file, sealed, shadowMuted } = entry;
  const marked = shadowMuted && reader.host && personOf(author) !== reader.person;
  return {
    id,
    sequence,
    revision,
    author: authors.view(author),
    sentAtMs,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(file === undefined ? {} : { file }),
    ...(sealed === undefined ? {} : { sealed }),
    reactions: reactionsFor(reader, entry, (one) => authors.view(one).id),
    ...(marked && { shadowMuted }),
  };
}

function reactionsFor(reader: Reader, entry: Entry, idOf: (author: Author) => string): ChatReaction[] {
  return [...entry.reactions].flatMap(([emoji, by]) => {
    const shown = [...by.values()].filter((writer) => reads(reader, writer)).map(idOf);
    return shown.length > 0 ? [{ emoji, by: shown }] : [];
  });
}
