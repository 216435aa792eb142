import type { KeyName } from '@earshot/crypto';
import type { MediaKind, MediaSource, MemberId } from '@earshot/protocol';
import type { FrameCounts, FrameNews, MediaKey } from '../private/encryption-engine.ts';

/** What the page tells the worker that has the media keys. */
export type FrameOrder =
  | { readonly do: 'use'; readonly key: MediaKey }
  | { readonly do: 'install'; readonly memberId: MemberId; readonly key: MediaKey }
  | { readonly do: 'drop'; readonly memberId: MemberId; readonly key: KeyName }
  | { readonly do: 'forget'; readonly memberId: MemberId }
  | { readonly do: 'end'; readonly sender: number }
  | { readonly do: 'ping' };

/** What the worker tells the page. */
export type FrameReport =
  | { readonly say: 'alive'; readonly counts: FrameCounts }
  /** The first frame of a sender was encrypted. */
  | { readonly say: 'confirmed'; readonly sender: number }
  | { readonly say: 'news'; readonly news: FrameNews };

/** What a transform is for. */
export type FrameTask =
  | { readonly role: 'send'; readonly sender: number; readonly source: MediaSource; readonly kind: MediaKind }
  | {
      readonly role: 'receive';
      readonly memberId: MemberId;
      readonly source: MediaSource;
      readonly kind: MediaKind;
    };
