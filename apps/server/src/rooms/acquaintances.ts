import type { Clock } from '@earshot/lifetime';
import { limits, type MemberId, RpcError } from '@earshot/protocol';
import type { Party } from '../guard/party.ts';
import type { Author } from './chat/chat-author.ts';
import type { ChatLog } from './chat/chat-log.ts';

/** Somebody who is or was in the room. */
export interface Acquaintance {
  readonly author: Author;
  /** Without a prefix where nobody knows any more where they came from. */
  readonly party: Party;
}

interface AcquaintancesOptions {
  clock: Clock;
  member(id: MemberId): Acquaintance | undefined;
  /** What was written: whoever wrote it is known for as long as it is kept. */
  log: Pick<ChatLog, 'authorOf'>;
}

/** Whom a room knows by their id: who is in, who left a moment ago, and who wrote what can still be read. */
export class Acquaintances {
  readonly #options: AcquaintancesOptions;
  /** The one who left first comes first. */
  readonly #left = new Map<MemberId, Acquaintance & { leftAtMs: number }>();

  constructor(options: AcquaintancesOptions) {
    this.#options = options;
  }

  left({ author, party }: Acquaintance): void {
    this.#left.set(author.id, { author, party, leftAtMs: this.#options.clock.nowMs() });
    this.#forget();
  }

  /** @throws RpcError `not_found` */
  find(id: MemberId): Acquaintance {
    this.#forget();
    const { member, log } = this.#options;
    const found = member(id) ?? this.#left.get(id);
    if (found) return found;
    const author = log.authorOf(id);
    if (!author) throw new RpcError('not_found');
    return { author, party: { prefix: '', key: author.key } };
  }

  #forget(): void {
    const sinceMs = this.#options.clock.nowMs() - limits.reportAfterLeavingMs;
    for (const [id, { leftAtMs }] of this.#left) {
      if (leftAtMs >= sinceMs && this.#left.size <= limits.departedRemembered) return;
      this.#left.delete(id);
    }
  }
}
