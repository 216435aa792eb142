import type { Message } from '@earshot/client';

/** A message for tests, with whatever the test cares about. */
export function message(about: Partial<Message> = {}): Message {
  return {
    id: 'm',
    author: { id: 'ada', name: 'Ada', key: '' },
    own: false,
    sentAtMs: 0,
    text: 'hello',
    reactions: [],
    state: 'sent',
    ...about,
  };
}
