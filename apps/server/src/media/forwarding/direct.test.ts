import { expect, test } from '@jest/globals';
import { DirectForwarding } from './direct.ts';

function hall() {
  const forwarding = new DirectForwarding<{ owner: string }>();
  const heard: string[] = [];
  const person = (owner: string) => ({
    owner,
    hear: async (stream: { owner: string }) => void heard.push(`${owner}<${stream.owner}`),
  });
  return { forwarding, heard, person };
}

test('a newcomer hears all who speak, and all hear a new stream, but nobody hears themselves', async () => {
  const { forwarding, heard, person } = hall();
  await forwarding.listenerAdded(person('ann'));
  forwarding.streamAdded({ owner: 'ann' });
  await forwarding.listenerAdded(person('bob'));
  forwarding.streamAdded({ owner: 'bob' });
  expect(heard).toEqual(['bob<ann', 'ann<bob']);
});

test('nothing is sent to those who left, nor of streams that ended', async () => {
  const { forwarding, heard, person } = hall();
  const ann = person('ann');
  await forwarding.listenerAdded(ann);
  forwarding.listenerRemoved(ann);
  const stream = { owner: 'bob' };
  forwarding.streamAdded(stream);
  forwarding.streamRemoved(stream);
  await forwarding.listenerAdded(person('cid'));
  expect(heard).toEqual([]);
});
