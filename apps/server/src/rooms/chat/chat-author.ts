import type { ChatAuthor, MemberId } from '@earshot/protocol';

/** Somebody who says something: a member, and the key that they have proven to own. Empty where they have none. */
export interface Author {
  readonly id: MemberId;
  readonly name: string;
  readonly key: string;
}

/**
 * Knows people again by their key: what they said before they came back is still theirs. Who has no key is
 * known for one visit only.
 */
export class ChatAuthors {
  /** By what stays the same of a person: their key, or else the id of this visit. */
  readonly #present = new Map<string, Author>();

  /** Somebody is here now. */
  arrived(author: Author): void {
    if (author.key) this.#present.set(author.key, author);
  }

  left(author: Author): void {
    if (this.#present.get(author.key)?.id === author.id) this.#present.delete(author.key);
  }

  /** As they are to be shown: with the id of their present visit. */
  view(author: Author): ChatAuthor {
    const { id } = (author.key && this.#present.get(author.key)) || author;
    return { id, name: author.name, key: author.key };
  }
}

/** What tells one person from another. */
export function personOf({ id, key }: Author): string {
  return key || id;
}
