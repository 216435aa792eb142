import type { MediaSource, MemberId } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';

/** A producer, whose it is, and what it carries. */
export interface OwnedProducer {
  readonly owner: MemberId;
  readonly source: MediaSource;
  readonly producer: mediasoup.Producer;
}
