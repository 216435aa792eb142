import { expect, test } from '@jest/globals';
import { microphoneProblem, microphoneProblems } from './microphone-problem.ts';
import { deskIn, opened, refusing, type World } from './testing/desk-in.ts';
import { FakeMicrophone } from './testing/fake-microphone.ts';

function desk(open: World['open'], preferred = '') {
  return deskIn({ open, preferred: { deviceId: preferred, label: '' } }).one;
}

/** Whatever is asked for is there; the system's choice is built in. */
const anything = async (deviceId: string) => new FakeMicrophone(deviceId || 'built-in');

test('captures once, however often it is asked', async () => {
  let captures = 0;
  const one = desk(async () => {
    captures += 1;
    return new FakeMicrophone(`m${captures}`);
  });
  const [first, second] = await Promise.all([one.open(), one.open()]);
  expect(first).toBe(second);
  expect(await one.open()).toBe(first);
  expect(captures).toBe(1);
});

test.each(Object.keys(microphoneProblems))('says why when refused: %s', async (code) => {
  const one = desk(refusing(code));
  expect(await one.open()).toBeUndefined();
  expect(one.state).toEqual({ at: 'refused', problem: code });
});

test('an error it does not know is `failed`', () => {
  for (const error of [null, 'x', new Error('x'), { code: 3 }, { code: 'toString' }]) {
    expect(microphoneProblem(error)).toBe('failed');
  }
});

test('asks for the device of last time', async () => {
  const one = desk(anything, 'headset');
  expect((await one.open())?.deviceId).toBe('headset');
});

test('closes what arrives after it was closed', async () => {
  const late = Promise.withResolvers<FakeMicrophone>();
  const one = desk(() => late.promise);
  const opening = one.open();
  one.close();
  const microphone = new FakeMicrophone('late');
  late.resolve(microphone);
  expect(await opening).toBeUndefined();
  expect(microphone.closed).toBe(true);
  expect(one.state.at).toBe('closed');
});

test('keeps the old device until the new one has been handed over', async () => {
  const one = desk(anything);
  await one.open();
  const before = opened(one);
  let closedDuring: boolean | undefined;
  one.handOverTo(async (next) => {
    closedDuring = before.closed;
    expect(next.deviceId).toBe('headset');
  });
  await one.change('headset');
  expect(closedDuring).toBe(false);
  expect(before.closed).toBe(true);
  expect(one.state).toMatchObject({ at: 'open', microphone: { deviceId: 'headset' } });
});

test('stays with the old device where the new one does not open, and says why', async () => {
  const one = desk((deviceId) => (deviceId === 'busy' ? refusing('in_use')() : anything(deviceId)));
  await one.open();
  const before = opened(one);
  await one.change('busy');
  expect(one.state).toEqual({ at: 'open', microphone: before, problem: 'in_use' });
  expect(before.closed).toBe(false);
});

/** Devices that open only when told to, in any order. */
function slowDevices() {
  const asked = new Map<string, PromiseWithResolvers<FakeMicrophone>>();
  const { one, world } = deskIn({ open: openSlowly });
  function openSlowly(deviceId: string) {
    if (deviceId === '') return anything(deviceId);
    const opening = Promise.withResolvers<FakeMicrophone>();
    asked.set(deviceId, opening);
    return opening.promise;
  }
  const arrive = (deviceId: string) => {
    const microphone = new FakeMicrophone(deviceId);
    asked.get(deviceId)?.resolve(microphone);
    return microphone;
  };
  return { one, world, arrive, fail: (deviceId: string) => asked.get(deviceId)?.reject(new Error(deviceId)) };
}

test.each([
  ['headset', 'desk'],
  ['desk', 'headset'],
])('of two changes the newer wins, when %s opens before %s', async (...order) => {
  const { one, world, arrive } = slowDevices();
  await one.open();
  const before = opened(one);
  const changes = [one.change('headset'), one.change('desk')];
  const arrived = order.map(arrive);
  await Promise.all(changes);
  expect(one.state).toMatchObject({ at: 'open', microphone: { deviceId: 'desk' } });
  expect(world.handed).toEqual(['desk']);
  expect(before.closed).toBe(true);
  expect(arrived.filter(({ closed }) => !closed)).toHaveLength(1);
});

test('a change that fails says nothing when a newer one is under way', async () => {
  const { one, arrive, fail } = slowDevices();
  await one.open();
  const changes = [one.change('headset'), one.change('desk')];
  fail('headset');
  await changes[0];
  expect(one.state).not.toHaveProperty('problem');
  arrive('desk');
  await changes[1];
  expect(one.state).toMatchObject({ at: 'open', microphone: { deviceId: 'desk' } });
});

test('a microphone opened while a change is under way is the only one that stays', async () => {
  const asked: PromiseWithResolvers<FakeMicrophone>[] = [];
  const one = desk(() => {
    const opening = Promise.withResolvers<FakeMicrophone>();
    asked.push(opening);
    return opening.promise;
  });
  const opening = one.open();
  const [before, late, newest] = [1, 2, 3].map((n) => new FakeMicrophone(`m${n}`)) as [
    FakeMicrophone,
    FakeMicrophone,
    FakeMicrophone,
  ];
  asked[0]?.resolve(before);
  await opening;
  const changing = one.change('headset');
  before.unplug();
  const again = one.open();
  asked[2]?.resolve(newest);
  expect(await again).toBe(newest);
  asked[1]?.resolve(late);
  await changing;
  expect([before.closed, late.closed, newest.closed]).toEqual([true, true, false]);
  expect(one.state).toMatchObject({ at: 'open', microphone: newest });
});

test('asked again after closing, it opens again and does not wait for what was given up', async () => {
  const asked: PromiseWithResolvers<FakeMicrophone>[] = [];
  const one = desk(() => {
    const opening = Promise.withResolvers<FakeMicrophone>();
    asked.push(opening);
    return opening.promise;
  });
  const givenUp = one.open();
  one.close();
  const wanted = one.open();
  const [late, granted] = [new FakeMicrophone('late'), new FakeMicrophone('granted')];
  asked[0]?.resolve(late);
  expect(await givenUp).toBeUndefined();
  expect(one.open()).toBe(wanted);
  asked[1]?.resolve(granted);
  expect(await wanted).toBe(granted);
  expect([late.closed, granted.closed]).toEqual([true, false]);
});
