import type { Camera, Screen } from '@earshot/client/browser';
import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { ShareDesk } from './share-desk.ts';

const settled = () => new Promise(setImmediate);

/** A track as the browser ends it. */
class FakeTrack extends EventTarget {
  stopped = false;

  getSettings() {
    return {};
  }

  end() {
    this.dispatchEvent(new Event('ended'));
  }
}

function camera(): Camera & { fake: FakeTrack; closed: boolean } {
  const fake = new FakeTrack();
  return {
    fake,
    closed: false,
    track: fake as unknown as MediaStreamTrack,
    deviceId: 'one',
    label: 'Camera',
    onEnded(listener) {
      fake.addEventListener('ended', listener);
      return () => fake.removeEventListener('ended', listener);
    },
    close() {
      this.closed = true;
    },
  };
}

function screen(): Screen & { fake: FakeTrack; closed: boolean } {
  const fake = new FakeTrack();
  return {
    fake,
    closed: false,
    video: fake as unknown as MediaStreamTrack,
    audio: undefined,
    close() {
      this.closed = true;
    },
  };
}

function room(refuses: boolean | RpcError = false) {
  const log: string[] = [];
  let count = 0;
  const share = (what: string) => async () => {
    if (refuses) throw refuses === true ? new Error('refused') : refuses;
    count += 1;
    log.push(`${what} ${count}`);
    return String(count);
  };
  return {
    log,
    shareCamera: share('camera'),
    shareScreen: share('screen'),
    tuneScreen: async (id: string, hint: string) => void log.push(`${hint} ${id}`),
    stopStream: async (id: string) => void log.push(`stop ${id}`),
  };
}

function atDesk({ fails }: { fails?: string } = {}) {
  const cameras: ReturnType<typeof camera>[] = [];
  const screens: ReturnType<typeof screen>[] = [];
  const made =
    <T>(list: T[], make: () => T) =>
    async () => {
      if (fails) throw Object.assign(new Error(fails), { code: fails });
      list.push(make());
      return list.at(-1) as T;
    };
  const desk = new ShareDesk({
    openCamera: made(cameras, camera),
    captureScreen: made(screens, screen),
    preferred: { read: () => '', write: () => {} },
  });
  return { desk, cameras, screens };
}

test('a camera that is tried out is seen by nobody, and the same capture is shown afterwards', async () => {
  const { desk, cameras } = atDesk();
  const here = room();
  desk.attach(here);
  await desk.checkCamera();
  expect(here.log).toEqual([]);
  await desk.showCamera();
  expect([here.log, cameras.length]).toEqual([['camera 1'], 1]);
  desk.letGoOfUnused();
  expect(cameras[0]?.closed).toBe(false);
  desk.hideCamera();
  await settled();
  expect([here.log, cameras[0]?.closed]).toEqual([['camera 1', 'stop 1'], true]);
});

test('whoever comes back shows what they showed before, once', async () => {
  const { desk } = atDesk();
  const detach = desk.attach(room());
  await desk.showCamera();
  await desk.addScreen();
  await desk.addScreen();
  detach();
  const again = room();
  desk.attach(again);
  await settled();
  expect(again.log).toEqual(['camera 1', 'screen 2', 'screen 3']);
});

test.each(['connection_lost', 'timeout', 'wrong_state'] as const)(
  'what is shared outlives a second break (%s) while it is sent again',
  async (error) => {
    const { desk, cameras, screens } = atDesk();
    desk.attach(room())();
    await desk.showCamera();
    await desk.addScreen();
    const detach = desk.attach(room(new RpcError(error)));
    await settled();
    expect([cameras[0]?.closed, screens[0]?.closed]).toEqual([false, false]);
    detach();
    const again = room();
    desk.attach(again);
    await settled();
    expect(again.log).toEqual(['camera 1', 'screen 2']);
  },
);

test("the browser's own bar ends one screen and leaves the other", async () => {
  const { desk, screens } = atDesk();
  desk.attach(room());
  await desk.addScreen();
  await desk.addScreen();
  screens[0]?.fake.end();
  expect(desk.state.screens.map(({ track }) => track)).toEqual([screens[1]?.video]);
});

test('a camera that is pulled out is said to be lost, and comes back only when it is asked for', async () => {
  const { desk, cameras } = atDesk();
  const here = room();
  desk.attach(here);
  await desk.showCamera();
  cameras[0]?.fake.end();
  expect(desk.state.camera).toEqual({ at: 'refused', problem: 'lost' });
  await desk.showCamera();
  await settled();
  expect([here.log.filter((line) => line.startsWith('camera')).length, desk.state.camera.at]).toEqual([
    2,
    'on',
  ]);
});

test.each(['denied', 'in_use', 'none'])('a camera that is %s is said to be', async (code) => {
  const { desk } = atDesk({ fails: code });
  await desk.showCamera();
  expect(desk.state.camera).toEqual({ at: 'refused', problem: code });
});

test('whoever changes their mind while choosing a screen is told nothing', async () => {
  const { desk } = atDesk({ fails: 'dismissed' });
  await desk.addScreen();
  expect(desk.state).toMatchObject({ screens: [], screenProblem: undefined });
});

test('what the server refuses is let go of', async () => {
  const { desk, cameras, screens } = atDesk();
  desk.attach(room(true));
  await desk.showCamera();
  await desk.addScreen();
  await settled();
  expect([cameras[0]?.closed, screens[0]?.closed]).toEqual([true, true]);
  expect(desk.state).toMatchObject({ camera: { at: 'refused' }, screens: [], screenProblem: 'refused' });
});

test('at the end of a visit all lights go out', async () => {
  const { desk, cameras, screens } = atDesk();
  await desk.showCamera();
  await desk.addScreen();
  desk.close();
  expect([cameras[0]?.closed, screens[0]?.closed]).toEqual([true, true]);
  expect(desk.state).toMatchObject({ camera: { at: 'off' }, screens: [] });
});
