import type { FileOffer, MemberId, MessageId, PathName, RpcError } from '@earshot/protocol';

/** The chat of a room. */
export interface Chat {
  /** Immutable; unchanged parts stay the same objects. */
  readonly snapshot: ChatSnapshot;
  /** Calls back after every change of the snapshot; returns its undo. */
  subscribe(listener: () => void): () => void;
  /** Shows the message at once as `sending`; it becomes `sent`, or `failed` with the reason. */
  send(message: { text: string; replyTo?: MessageId; file?: FileOffer }): void;
  /** Sends a failed message again, as the same message. */
  retry(id: MessageId): void;
  react(id: MessageId, emoji: string, on: boolean): void;
  /** Takes back a message of one's own. One that failed is only forgotten. */
  delete(id: MessageId): void;
  /** Call it at each key stroke: the others are told now and then. */
  typing(): void;
  /** @throws RpcError when the server cannot be asked */
  loadOlder(): Promise<void>;
}

export interface ChatSnapshot {
  /** In the room's order; one's own that are not sent yet come last. */
  readonly messages: readonly Message[];
  /** Who writes just now. */
  readonly typing: readonly MemberId[];
  /** What messages travel over now. */
  readonly path: PathName | 'none';
  /** Whether `loadOlder` would bring more. */
  readonly hasOlder: boolean;
}

export interface Message {
  /** Stable from sending on. */
  readonly id: MessageId;
  readonly author: { readonly id: MemberId; readonly name: string; readonly key: string };
  readonly own: boolean;
  /** Milliseconds since the Unix epoch: by the server's clock once it is sent. */
  readonly sentAtMs: number;
  readonly text: string;
  readonly replyTo?: MessageId;
  readonly file?: FileOffer;
  readonly reactions: readonly Reaction[];
  /** By somebody who was shadow muted then: only hosts, and whoever wrote it, read it. Told to hosts alone. */
  readonly shadowMuted?: boolean;
  readonly state: 'sending' | 'sent' | 'failed' | 'deleted';
  /**
   * In an encrypted room. `verified`: `author` is who signed it; `unverified`: somebody wrote it who knew the
   * room's secret, and only the server says who; `unreadable`: it cannot be opened, and `text` is empty.
   */
  readonly seal?: 'verified' | 'unverified' | 'unreadable';
  /** The server has put it before something that its author wrote earlier, or behind something that came later. */
  readonly misplaced?: boolean;
  readonly failure?: RpcError;
}

export interface Reaction {
  readonly emoji: string;
  readonly by: readonly MemberId[];
  readonly own: boolean;
}
