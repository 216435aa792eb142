import { ManualClock } from '@earshot/lifetime';
import { type CloseName, limits } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { Postbox } from './postbox.ts';

/** A postbox of somebody who speaks of data, but acknowledges nothing. */
function slowPostbox() {
  const bad: CloseName[] = [];
  const postbox = new Postbox({
    clock: new ManualClock(),
    transmit: () => {},
    take: () => {},
    onBad: (name) => bad.push(name),
  });
  postbox.receive('web_socket', new Uint8Array([0, 0, 0, 0, 0]));
  const relayed = (sender: string) => {
    let count = 0;
    try {
      for (; count <= limits.dataQueuePosts; count++) postbox.relay(new Uint8Array(20), sender);
    } catch {}
    return count;
  };
  return { postbox, bad, relayed };
}

test('many tiny posts of others leave room for what the server has to say', () => {
  const { postbox, bad, relayed } = slowPostbox();
  expect(relayed('mallory')).toBe(limits.dataSharePosts);
  expect(relayed('trudy')).toBe(limits.dataQueuePosts / 2 - limits.dataSharePosts);
  for (let i = 0; i < 100; i++) postbox.tell(new Uint8Array(100));
  expect(bad).toEqual([]);
});
