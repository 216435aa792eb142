import { expect, test } from '@jest/globals';
import { deskIn, opened, refusing } from './testing/desk-in.ts';
import { FakeMicrophone } from './testing/fake-microphone.ts';

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
