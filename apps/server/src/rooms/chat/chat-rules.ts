import type { Author } from './chat-author.ts';

/** What holds in a chat beside its limits. */
export interface ChatRules {
  /** @throws RpcError `chat_off`, `chat_slow` */
  beforeSend(author: Author): void;
  /** Whether somebody may take back what somebody else has written. */
  mayDelete(who: Author, by: Author): boolean;
  /** They did. */
  deleted(who: Author, by: Author): void;
}
