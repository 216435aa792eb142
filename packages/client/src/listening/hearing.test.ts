import { ManualClock } from '@earshot/lifetime';
import type { Member } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { Playback } from '../engine.ts';
import { RoomHearing } from './hearing.ts';
import { BriefVolumes, type Volume, type VolumeMemory } from './volume.ts';

class Loudspeaker implements Playback {
  readonly state = 'playing';
  gain = 1;
  muted = false;
  onState = () => () => {};
  resume = async () => {};
  close = () => {};
  setGain(gain: number): void {
    this.gain = gain;
  }
  setMuted(muted: boolean): void {
    this.muted = muted;
  }
}

function memory(): VolumeMemory & { kept: Map<string, Volume> } {
  const kept = new Map<string, Volume>();
  return {
    kept,
    recall: ({ key }) => kept.get(key),
    keep: ({ key }, volume) => void (volume ? kept.set(key, volume) : kept.delete(key)),
  };
}

function setUp(
  members: Record<string, string>,
  options: { volumes?: VolumeMemory; levelling?: boolean } = {},
) {
  const clock = new ManualClock();
  const memberOf = (id: string) => (id in members ? ({ id, key: members[id] } as Member) : undefined);
  const hearing = new RoomHearing({ clock, memberOf, ...options });
  const play = (id: string, voice = true) => {
    const loudspeaker = new Loudspeaker();
    return { loudspeaker, stop: hearing.attach(id, loudspeaker, { voice }) };
  };
  const speak = (id: string, dbov: number, seconds: number) => {
    for (let ms = 0; ms < seconds * 1_000; ms += 80) {
      clock.advance(80);
      hearing.hear(new Map([[id, dbov]]));
    }
  };
  return { hearing, play, speak };
}

test('sets the volume of one and of nobody else', () => {
  const { hearing, play } = setUp({ ann: 'A', bob: 'B' });
  const [ann, bob] = [play('ann').loudspeaker, play('bob').loudspeaker];
  hearing.setVolume('ann', { volume: 1.5 });
  expect([ann.gain, bob.gain]).toEqual([1.5, 1]);
  hearing.setVolume('ann', { muted: true });
  expect([ann.muted, bob.muted]).toEqual([true, false]);
  expect(hearing.gainOf('ann')).toBe(0);
  hearing.setVolume('ann', { muted: false });
  expect([ann.muted, ann.gain]).toEqual([false, 1.5]);
});

test.each([
  [3, 2],
  [-1, 0],
  [Number.NaN, 1],
])('a volume of %d becomes %d', (asked, got) => {
  const { hearing } = setUp({ ann: 'A' });
  hearing.setVolume('ann', { volume: asked });
  expect(hearing.volumeOf('ann').volume).toBe(got);
});

test('knows a person again by their key, in another visit too, before they are first heard', () => {
  const volumes = memory();
  setUp({ ann: 'A' }, { volumes }).hearing.setVolume('ann', { volume: 0.5, muted: true });
  const { play } = setUp({ 'ann-again': 'A', bob: 'B' }, { volumes });
  expect(play('ann-again').loudspeaker.muted).toBe(true);
  expect(play('bob').loudspeaker.muted).toBe(false);
});

test('what is reset is forgotten', () => {
  const volumes = memory();
  const { hearing } = setUp({ ann: 'A' }, { volumes });
  hearing.setVolume('ann', { volume: 0.5 });
  expect(volumes.kept.size).toBe(1);
  hearing.setVolume('ann', { volume: 1, muted: false });
  expect(volumes.kept.size).toBe(0);
  expect(hearing.volumeOf('ann').volume).toBe(1);
});

test('somebody in two tabs is one person; people without a key are not', () => {
  const { hearing, play } = setUp({ one: 'A', two: 'A', x: '', y: '' });
  const [one, two] = [play('one').loudspeaker, play('two').loudspeaker];
  hearing.setVolume('one', { volume: 0.25 });
  expect([one.gain, two.gain]).toEqual([0.25, 0.25]);
  hearing.setVolume('x', { volume: 0.25 });
  expect([hearing.volumeOf('x').volume, hearing.volumeOf('y').volume]).toEqual([0.25, 1]);
});

test('a stream that begins again keeps volume and levelling', () => {
  const { hearing, play, speak } = setUp({ ann: 'A' });
  const first = play('ann');
  hearing.setVolume('ann', { volume: 0.5 });
  speak('ann', -40, 10);
  first.stop();
  const { loudspeaker } = play('ann');
  expect(loudspeaker.gain).toBeGreaterThan(1.3);
});

test('levelling raises the quiet, lowers the loud, and its switch takes it back at once', () => {
  const { hearing, play, speak } = setUp({ ann: 'A', bob: 'B' });
  const [ann, bob] = [play('ann').loudspeaker, play('bob').loudspeaker];
  speak('ann', -40, 10);
  speak('bob', -8, 10);
  expect(ann.gain).toBeGreaterThan(2);
  expect(bob.gain).toBeLessThan(0.5);
  hearing.setLevelling(false);
  expect([ann.gain, bob.gain]).toEqual([1, 1]);
  hearing.setLevelling(true);
  expect(ann.gain).toBeGreaterThan(2);
});

test('what their screen plays follows the volume, and is not levelled with the voice', () => {
  const { hearing, play, speak } = setUp({ ann: 'A' });
  const [voice, screen] = [play('ann').loudspeaker, play('ann', false).loudspeaker];
  speak('ann', -40, 10);
  hearing.setVolume('ann', { volume: 0.5 });
  expect(voice.gain).toBeGreaterThan(1);
  expect(screen.gain).toBe(0.5);
});

test('a switch that is off at joining changes nothing', () => {
  const { play, speak } = setUp({ ann: 'A' }, { levelling: false });
  const { loudspeaker } = play('ann');
  speak('ann', -40, 10);
  expect(loudspeaker.gain).toBe(1);
});

test('tells of volumes and the switch, and not of each step of levelling', () => {
  const { hearing, play, speak } = setUp({ ann: 'A' });
  play('ann');
  let changes = 0;
  hearing.subscribe(() => {
    changes += 1;
  });
  speak('ann', -40, 5);
  expect(changes).toBe(0);
  hearing.setVolume('ann', { volume: 0.5 });
  hearing.setVolume('ann', { volume: 0.5 });
  hearing.setLevelling(false);
  expect(changes).toBe(2);
});

test('what is remembered is bounded: the volume that was set longest ago goes first', () => {
  const volumes = new BriefVolumes();
  const keep = (key: string) => volumes.keep({ id: key, key }, { volume: 0.5, muted: false });
  for (let index = 0; index < 400; index += 1) keep(`key ${index}`);
  keep('key 0');
  keep('one more');
  const known = (key: string) => volumes.recall({ id: key, key }) !== undefined;
  expect(['key 0', 'key 1', 'key 2', 'one more'].map(known)).toEqual([true, false, true, true]);
});
