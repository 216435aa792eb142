import { expect, test } from '@jest/globals';
import type { Device, PreferredDevice } from './device-choice.ts';
import { MicrophoneDesk } from './microphone-desk.ts';
import { microphoneProblem, microphoneProblems } from './microphone-problem.ts';
import { FakeMicrophone } from './testing/fake-microphone.ts';

interface World {
  open(deviceId: string): Promise<FakeMicrophone>;
  preferred?: PreferredDevice;
  mayUse?: boolean;
}

/** A desk in a world of devices that come and go. */
function deskIn({ open, preferred = { deviceId: '', label: '' }, mayUse = true }: World) {
  const world = { devices: [] as Device[], preferred, mayUse, pauses: 0, handed: [] as string[] };
  let listener = () => {};
  const one = new MicrophoneDesk({
    open: async ({ deviceId }) => (await open(deviceId)).asBrowser,
    devices: {
      list: async () => world.devices,
      onChange: (next) => {
        listener = next;
        return () => {
          listener = () => {};
        };
      },
    },
    preferred: {
      read: () => world.preferred,
      write: (device) => {
        world.preferred = device;
      },
    },
    mayUse: async () => world.mayUse,
    pause: async () => {
      world.pauses += 1;
    },
  });
  one.handOverTo(async ({ deviceId }) => void world.handed.push(deviceId));
  const settle = async () => {
    for (let turns = 0; turns < 5; turns += 1) await new Promise(setImmediate);
  };
  /** From now on these are there. */
  const plug = async (...devices: Device[]) => {
    world.devices = devices;
    listener();
    await settle();
  };
  return { one, world, plug, settle };
}

function desk(open: World['open'], preferred = '') {
  return deskIn({ open, preferred: { deviceId: preferred, label: '' } }).one;
}

/** Whatever is asked for is there; the system's choice is built in. */
const anything = async (deviceId: string) => new FakeMicrophone(deviceId || 'built-in');

function opened(one: MicrophoneDesk): FakeMicrophone {
  if (one.state.at !== 'open') throw new Error(`the desk is ${one.state.at}`);
  return one.state.microphone as unknown as FakeMicrophone;
}

const refusing = (code: string) => async (): Promise<FakeMicrophone> => {
  throw Object.assign(new Error(code), { code });
};

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

const builtIn = { deviceId: 'built-in', label: 'Built-in' };
const headset = { deviceId: 'headset', label: 'Headset' };
const byId = new Map([builtIn, headset].map((device) => [device.deviceId, device]));

/** What is asked for, if it is plugged in; else the built-in one. */
function pluggedIn() {
  const made = deskIn({
    open: async (deviceId) => {
      const found =
        made.world.devices.find((device) => device.deviceId === deviceId) ?? made.world.devices[0];
      if (!found) return refusing('none')();
      return new FakeMicrophone(found.deviceId, byId.get(found.deviceId)?.label ?? found.label);
    },
    preferred: headset,
  });
  return made;
}

test('an unplugged headset gives way to the built-in microphone, and takes its place again when it is back', async () => {
  const { one, world, plug, settle } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  const before = opened(one);
  expect(before.deviceId).toBe('headset');
  const seen: string[] = [];
  one.subscribe(() => seen.push(one.state.at));
  world.devices = [builtIn];
  before.unplug();
  expect(one.state.at).toBe('replacing');
  await settle();
  expect(one.state).toMatchObject({ at: 'open', microphone: { deviceId: 'built-in' } });
  expect(one.news).toEqual({ what: 'fell_back', gone: 'Headset', now: 'Built-in' });
  expect([before.closed, world.handed]).toEqual([true, ['built-in']]);
  await plug(builtIn, headset);
  expect(one.news).toEqual({ what: 'came_back', gone: 'Built-in', now: 'Headset' });
  expect(world.handed).toEqual(['built-in', 'headset']);
  one.dismissNews();
  expect(one.news).toBeUndefined();
});

test('a device that vanishes from the list is missed, even if its track does not say so', async () => {
  const { one, world, plug } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  await plug(builtIn);
  expect(one.state).toMatchObject({ microphone: { deviceId: 'built-in' } });
});

test('a headset that connects anew under another id is known by its name', async () => {
  const { one, world, plug } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  world.devices = [builtIn];
  opened(one).unplug();
  await plug(builtIn, { ...headset, deviceId: 'headset-2' });
  expect(one.state).toMatchObject({ microphone: { deviceId: 'headset-2' } });
  expect(world.preferred).toEqual({ deviceId: 'headset-2', label: 'Headset' });
});

test('with nothing left it is lost, and found again when something is plugged in', async () => {
  const { one, world, plug, settle } = pluggedIn();
  world.devices = [headset];
  await one.open();
  world.devices = [];
  opened(one).unplug();
  await settle();
  expect(one.state).toEqual({ at: 'refused', problem: 'lost' });
  await plug(builtIn);
  expect(one.state).toMatchObject({ at: 'open', microphone: { deviceId: 'built-in' } });
  expect(one.news?.what).toBe('came_back');
});

test('where the permission was taken away, nothing else is opened', async () => {
  const { one, world, plug, settle } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  world.mayUse = false;
  opened(one).unplug();
  await settle();
  expect(one.state).toEqual({ at: 'refused', problem: 'denied' });
  await plug(builtIn, headset);
  expect([one.state.at, world.handed]).toEqual(['refused', []]);
});

test('a headset that is listed before it can be opened is tried a few times', async () => {
  let refusals = 2;
  const { one, world, plug } = deskIn({
    open: async (deviceId) => {
      if (deviceId !== 'headset') return new FakeMicrophone('built-in', 'Built-in');
      refusals -= 1;
      return refusals < 0 ? new FakeMicrophone('headset', 'Headset') : refusing('in_use')();
    },
    preferred: { deviceId: '', label: '' },
  });
  world.devices = [builtIn];
  await one.open();
  world.preferred = headset;
  await plug(builtIn, headset);
  expect([world.pauses, opened(one).deviceId]).toEqual([2, 'headset']);
});

test('an unplugged device that was replaced is not missed', async () => {
  const { one, world } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  const before = opened(one);
  await one.change('built-in');
  before.unplug();
  expect(one.state.at).toBe('open');
  expect(world.preferred).toEqual(builtIn);
});

test('a change of how it sounds opens the same device, and hands it over', async () => {
  const { one, world } = pluggedIn();
  world.devices = [builtIn, headset];
  await one.open();
  await one.retune();
  expect([world.handed, one.news]).toEqual([['headset'], undefined]);
});
