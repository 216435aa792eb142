import type { MemberId } from '@earshot/protocol';

/** An application's own bytes, under a name of its own. */
export interface DataTopic {
  /**
   * Sends to everyone else in the room, or to those named. A reliable topic resolves when the server has taken
   * it, in the order of the calls; a loose one at once, and what it sends may get lost. Each receiver counts:
   * beyond `limits.dataSendsPerSecond` of them reliable posts wait, and loose ones are not sent.
   * @throws RpcError `queue_full` while too much waits, `receiver_slow` where somebody could not be sent it,
   *   `not_found` where somebody named is gone, `connection_lost`; TypeError beyond `limits.dataBytes`
   */
  send(bytes: Uint8Array, options?: { to?: readonly MemberId[] }): Promise<void>;
  /**
   * Calls back with what the others send on this topic, beginning with the newest 64 posts of all topics that
   * came before anybody listened to theirs; returns its undo.
   */
  onMessage(listener: (message: DataMessage) => void): () => void;
}

export interface DataMessage {
  readonly from: MemberId;
  readonly bytes: Uint8Array;
}
