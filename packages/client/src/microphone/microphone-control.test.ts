import { RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { MicrophoneControl } from './microphone-control.ts';
import { openMicrophone } from './testing/sender-bench.ts';
import { StageBench } from './testing/stage-bench.ts';

async function liveControl() {
  const control = new MicrophoneControl();
  const stage = new StageBench();
  await control.give(openMicrophone());
  await control.take({ type: 'entered', as: 'live' });
  const attaching = control.attach(stage, 'off');
  await stage.settle();
  await attaching;
  return { control, stage };
}

test('what happened while the room was joined is made up for at once', async () => {
  const control = new MicrophoneControl();
  const stage = new StageBench();
  const microphone = openMicrophone();
  await control.give(microphone);
  await control.take({ type: 'entered', as: 'live' });
  const joining = stage.setMicrophone({ state: 'live', microphone });
  await control.take({ type: 'mutePressed' });
  const attaching = control.attach(stage, 'live');
  expect(stage.bench.shows).toBe('muted');
  await stage.settle();
  await Promise.all([joining, attaching]);
  expect([microphone.track.enabled, stage.bench.shown.includes('live')]).toEqual([false, false]);
});

test('nothing is said twice', async () => {
  const { control, stage } = await liveControl();
  await control.take({ type: 'unmutePressed' });
  await control.take({ type: 'linkBack' });
  expect(stage.bench.asked).toEqual(['send live']);
});

test('a refused unmuting leaves it muted for good, whatever device comes', async () => {
  const { control, stage } = await liveControl();
  const muting = control.take({ type: 'mutePressed' });
  await stage.settle();
  await muting;
  const unmuting = control.take({ type: 'unmutePressed' });
  await stage.bench.answer(new RpcError('rate_limited'));
  await expect(unmuting).rejects.toMatchObject({ error: 'rate_limited' });
  expect(control.machine.talk.on).toBe(false);
  const giving = control.give(openMicrophone());
  await stage.settle();
  await giving;
  expect([stage.bench.shows, stage.sentTrack?.enabled]).toEqual(['muted', false]);
});

test('a microphone that joining could not send is muted once, and can be unmuted', async () => {
  const { control, stage } = await liveControl();
  stage.failAtJoining(new RpcError('media_rejected'));
  expect(control.machine.talk.on).toBe(false);
  const unmuting = control.take({ type: 'unmutePressed' });
  stage.failAtJoining(new RpcError('media_rejected'));
  expect(control.machine.talk.on).toBe(true);
  await stage.settle();
  await expect(unmuting).resolves.toBeUndefined();
});

test('the first press unmutes after joining could not send the microphone', async () => {
  const control = new MicrophoneControl();
  const stage = new StageBench();
  await control.give(openMicrophone());
  await control.take({ type: 'entered', as: 'live' });
  await control.attach(stage, 'live');
  stage.failAtJoining(new RpcError('timeout'));
  const unmuting = control.take({ type: 'unmutePressed' });
  await stage.settle();
  await unmuting;
  expect(stage.bench.shows).toBe('live');
});

test('a device that changed while joining is told to the room', async () => {
  const control = new MicrophoneControl();
  const stage = new StageBench();
  const [first, second] = [openMicrophone(), openMicrophone()];
  await control.give(first);
  await control.take({ type: 'entered', as: 'live' });
  await control.give(second);
  const attaching = control.attach(stage, 'live', first);
  await stage.settle();
  await attaching;
  expect(stage.sentTrack).toBe(second.track);
});

test('the next room finds the microphone as the person left it, on the device that is there then', async () => {
  const { control, stage } = await liveControl();
  stage.end();
  expect(control.machine.link).toBe('down');
  const other = openMicrophone();
  await control.give(other);
  const next = new StageBench();
  const attaching = control.attach(next, 'off');
  await next.settle();
  await attaching;
  expect([next.bench.shows, next.sentTrack === other.track]).toEqual(['live', true]);
});

test('an unplugged microphone goes on with the next one, and stays muted where it was muted', async () => {
  const { control, stage } = await liveControl();
  for (const [press, state] of [
    [undefined, 'live'],
    ['mutePressed', 'muted'],
  ] as const) {
    const losing = control.take({ type: 'deviceLost' });
    expect(stage.bench.shows).toBe('muted');
    if (press) control.take({ type: press }).catch(() => {});
    const giving = control.give(openMicrophone());
    await stage.settle();
    await Promise.all([losing, giving]);
    expect(stage.bench.shows).toBe(state);
  }
});

test('tells who watches', async () => {
  const control = new MicrophoneControl();
  const seen: string[] = [];
  const stop = control.subscribe(() => seen.push(control.machine.source));
  await control.give(openMicrophone());
  await control.take({ type: 'deviceGiven' });
  stop();
  await control.take({ type: 'deviceLost' });
  expect(seen).toEqual(['ready']);
});

test.each([
  ['muted by a host', { microphoneRight: 'withheld' }, 'muted'],
  ['made a listener', { role: 'listener' }, 'off'],
] as const)('%s it is shut at once, and given back it waits for the person', async (_what, right, shown) => {
  const { control, stage } = await liveControl();
  expect(stage.bench.shows).toBe('live');
  stage.becomes(right);
  expect([stage.bench.shows, stage.sentTrack?.enabled]).toEqual([shown, false]);
  await stage.settle();
  await control.take({ type: 'unmutePressed' });
  expect(stage.bench.shows).toBe(shown);
  stage.becomes({});
  await stage.settle();
  expect([stage.bench.shows, control.machine.talk.on]).toEqual(['muted', false]);
  const unmuting = control.take({ type: 'unmutePressed' });
  await stage.settle();
  await unmuting;
  expect(stage.bench.shows).toBe('live');
});

test('whoever comes into a room where they listen is not shown as sending', async () => {
  const control = new MicrophoneControl();
  const stage = new StageBench();
  stage.right = { role: 'listener' };
  await control.give(openMicrophone());
  await control.take({ type: 'entered', as: 'live' });
  await control.attach(stage, 'live');
  expect([stage.bench.asked, control.machine.floor]).toEqual([[], 'listening']);
  stage.becomes({ role: 'speaker' });
  await stage.settle();
  expect(stage.bench.shows).toBe('muted');
});
