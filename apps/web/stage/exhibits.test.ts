import type { Member } from '@earshot/client';
import { expect, test } from '@jest/globals';
import { arrange, exhibitsOf } from './exhibits.ts';

function member(id: string, ...sources: string[]): Member {
  const streams = sources.map((source, index) => ({
    producerId: `${id}-${source}-${index}`,
    source,
    paused: false,
  }));
  return { id, streams } as unknown as Member;
}

const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

test('cameras and screens are to be seen, sounds and what is not known are not', () => {
  const exhibits = exhibitsOf({
    self: member('me', 'camera'),
    members: [member('ann', 'screen', 'screenSound', 'hologram'), member('bob')],
  });
  expect(ids(exhibits)).toEqual(['ann-screen-0', 'me-camera-0']);
  expect(exhibits.map(({ own }) => own)).toEqual([false, true]);
});

test('screens of others stand large, then faces, then one’s own screen', () => {
  const self = member('me', 'screen', 'camera');
  const ann = member('ann', 'camera');
  const bob = member('bob', 'screen', 'screen');
  const large = (members: Member[], own = self) =>
    ids(arrange(exhibitsOf({ self: own, members }), undefined).large);
  expect(large([ann, bob])).toEqual(['bob-screen-0', 'bob-screen-1']);
  expect(large([ann])).toEqual(['ann-camera-0', 'me-camera-1']);
  expect(large([])).toEqual(['me-screen-0']);
  expect(large([ann], member('me', 'camera'))).toEqual(['ann-camera-0', 'me-camera-0']);
});

test('what was chosen stands alone, until it is gone', () => {
  const exhibits = exhibitsOf({
    self: member('me'),
    members: [member('ann', 'camera'), member('bob', 'screen')],
  });
  const { large, strip } = arrange(exhibits, 'ann-camera-0');
  expect([ids(large), ids(strip)]).toEqual([['ann-camera-0'], ['bob-screen-0']]);
  expect(ids(arrange(exhibits, 'gone').large)).toEqual(['bob-screen-0']);
});
