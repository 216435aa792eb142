import type { FileOffer, MemberId, RpcError } from '@earshot/protocol';

/** Files from member to member. */
export interface RoomFiles {
  /**
   * Keeps a file ready for whoever fetches it, as long as one is in the room. Send the offer with a chat message.
   * @throws RpcError `file_too_large` beyond `limits.fileBytes`, `file_gone` where it cannot be read
   */
  offer(file: Blob & { readonly name: string }): Promise<FileOffer>;
  /** Takes an offer back: whoever fetches it is told that it is gone. */
  withdraw(id: string): void;
  /** Fetches an offered file from its owner. The same offer twice is the same transfer, until it has ended. */
  fetch(offer: FileOffer, owner: MemberId): Transfer;
}

/** A file on its way here. */
export interface Transfer {
  readonly snapshot: TransferSnapshot;
  /** Calls back after changes of the snapshot, a few times a second at most; returns its undo. */
  subscribe(listener: () => void): () => void;
  cancel(): void;
}

export interface TransferSnapshot {
  /**
   * `waiting`: the owner has not answered yet; `paused`: the owner is away, or was silent for a while, and it
   * goes on from the same byte when they are back; `done`: `blob` is whole, its hash was right.
   */
  readonly at: 'waiting' | 'moving' | 'paused' | 'done' | 'failed' | 'cancelled';
  readonly receivedBytes: number;
  readonly totalBytes: number;
  /** Its type is never the owner's word for it, but `application/octet-stream`. */
  readonly blob?: Blob;
  readonly error?: RpcError;
}
