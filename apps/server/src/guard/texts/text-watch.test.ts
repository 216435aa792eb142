import { ManualClock } from '@earshot/lifetime';
import { limits, type RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { TextWatch } from './text-watch.ts';

const ann = { prefix: '203.0.113.7/32', key: 'ann' };
const bob = { prefix: '203.0.113.7/32', key: 'bob' };

function watch() {
  const clock = new ManualClock();
  const texts = new TextWatch({ clock });
  const say = (who: typeof ann, text: string) => {
    try {
      texts.check(who, text);
      return 'said';
    } catch (error) {
      return `${(error as RpcError).error}: ${(error as RpcError).detail}`;
    }
  };
  return { clock, say };
}

test('who says the same again and again is held, however it is dressed up, and somebody else is not', () => {
  const { clock, say } = watch();
  const dressed = ['Buy my thing now!', 'BUY MY THING NOW 123', 'buy my thing now 🎉', 'b u y my thing, now'];
  const said = dressed.map((text) => say(ann, text));
  expect(said).toEqual([...Array(limits.sameTextsPerKey).fill('said'), 'held: repeated']);
  expect(say(bob, 'Buy my thing now!')).toBe('said');
  expect(say(ann, 'Something else altogether')).toBe('said');
  clock.advance(1_000 / limits.sameTextsPerSecond);
  expect(say(ann, 'buy my thing now')).toBe('said');
});

test('short words may be said as often as one likes', () => {
  const { say } = watch();
  expect(Array.from({ length: 20 }, () => say(ann, 'yes!'))).toEqual(Array(20).fill('said'));
});

test('the same text from one prefix under ever new keys is held, too', () => {
  const { say } = watch();
  const said = Array.from({ length: limits.sameTextsPerPrefix + 1 }, (_, index) =>
    say({ ...ann, key: `bot-${index}` }, 'Come to my room, it is great'),
  );
  expect(said.filter((each) => each === 'said')).toHaveLength(limits.sameTextsPerPrefix);
  expect(said.at(-1)).toBe('held: repeated');
});

test('a flood of links is held, in one message and over many', () => {
  const { say } = watch();
  const links = (count: number) =>
    Array.from({ length: count }, (_, i) => `https://x.example/${i}`).join(' ');
  expect(say(ann, links(limits.linksPerMessage + 1))).toBe('held: links');
  const said = Array.from({ length: limits.linksPerKey + 1 }, (_, i) =>
    say(ann, `${'abcdefghijkl'[i % 12]?.repeat(i + 1)} www.x.example`),
  );
  expect(said.at(0)).toBe('said');
  expect(said.at(-1)).toBe('held: links');
  expect(say(ann, 'no link in it')).toBe('said');
  expect(say(bob, 'look at https://x.example')).toBe('said');
});
