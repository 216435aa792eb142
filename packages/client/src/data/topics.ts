import { type MemberId, ownTopicPrefix, RpcError, Topic } from '@earshot/protocol';
import type { Posts } from '../private/sealed-posts.ts';
import type { DataTopic } from './data-topic.ts';
import type { TopicMail } from './topic-mail.ts';

/** Who sits where just now. */
export interface Seats {
  idAt(seat: number): MemberId | undefined;
  seatOf(id: MemberId): number | undefined;
}

interface TopicOptions {
  line: Pick<Posts, 'post' | 'loose'>;
  seats: Seats;
  reliable: boolean;
  /** Of one message. */
  maxBytes: number;
  mail: TopicMail;
}

/** @throws TypeError for a name that is no topic, or one of Earshot's own. */
export function openTopic(topic: string, { line, seats, reliable, mail, maxBytes }: TopicOptions): DataTopic {
  if (!Topic.safeParse(topic).success || topic.startsWith(ownTopicPrefix)) {
    throw new TypeError(`not a topic of an application: ${JSON.stringify(topic)}`);
  }
  return {
    async send(bytes, { to } = {}) {
      if (bytes.length > maxBytes) throw new TypeError(`more than ${maxBytes} bytes`);
      const places = to ? seatsOf(to, seats) : null;
      if (reliable) await line.post(topic, bytes, places);
      else line.loose(topic, bytes, places);
    },
    onMessage: (listener) => mail.listen(topic, listener),
  };
}

/** @throws RpcError `not_found` where somebody is not in the room. */
export function seatsOf(ids: readonly MemberId[], seats: Seats): number[] {
  return ids.map((id) => {
    const seat = seats.seatOf(id);
    if (seat === undefined) throw new RpcError('not_found', { detail: 'a receiver is not in the room' });
    return seat;
  });
}
