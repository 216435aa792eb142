import type { Author } from './chat-author.ts';
import type { Writer } from './chat-log.ts';

/** What holds in a chat beside its limits. */
export interface ChatRules {
  /** @throws RpcError `chat_off`, `chat_slow` */
  beforeSend(author: Author): void;
  /** Whether somebody may take back what somebody else has written. */
  mayDelete(who: Author, by: Author): boolean;
  /** They did. */
  deleted(who: Author, by: Writer): void;
  /** Whether what somebody writes now is for hosts alone. */
  isShadowMuted(author: Author): boolean;
  /** Whether somebody reads that, too. */
  isHost(author: Author): boolean;
}
