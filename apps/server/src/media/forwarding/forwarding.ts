import type { MemberId } from '@earshot/protocol';

/** Somebody who can be sent streams. */
export interface Listener<Stream> {
  readonly owner: MemberId;
  hear(stream: Stream): Promise<void>;
}

/**
 * Decides who is sent what. `direct.ts` sends everything to everyone; a strategy for large rooms takes its
 * place behind this interface.
 */
export interface Forwarding<Stream extends { readonly owner: MemberId }> {
  /** Waits until all that can be heard already is on its way to the newcomer. */
  listenerAdded(listener: Listener<Stream>): Promise<void>;
  /** What the listener may be sent has changed: they are asked again for each stream, those they hear included. */
  listenerChanged(listener: Listener<Stream>): Promise<void>;
  listenerRemoved(listener: Listener<Stream>): void;
  streamAdded(stream: Stream): void;
  streamRemoved(stream: Stream): void;
}
