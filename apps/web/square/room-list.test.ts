import type { RoomListing, RoomsChange, RoomsPage } from '@earshot/protocol';
import { describe, expect, test } from '@jest/globals';
import {
  type Filter,
  listOf,
  queryOf,
  type RoomList,
  renewed,
  rowsOf,
  settled,
  waitingChanges,
  withChange,
  withMore,
} from './room-list.ts';

const all: Filter = { q: '', tag: '', language: '', sort: 'hot' };
const room = (name: string, hot: number, more: Partial<RoomListing> = {}): RoomListing => ({
  name,
  hot,
  topic: '',
  tags: [],
  language: '',
  people: 2,
  talking: 0,
  startedAtMs: 1,
  ...more,
});
const page = (rooms: RoomListing[], next?: string): RoomsPage => ({
  version: 10,
  total: rooms.length,
  rooms,
  tags: [],
  languages: [],
  ...(next && { next }),
});
let version = 10;
const change = (some: Partial<RoomsChange>): RoomsChange => {
  version += 1;
  return { version, total: 5, rooms: [], pulses: [], gone: [], ...some };
};
const pulse = (name: string, hot: number, people = 2) => ({ name, hot, people, talking: 0 });
const names = (list: RoomList) => rowsOf(list).map(({ room: { name }, over }) => (over ? `(${name})` : name));
const list = listOf(all, page([room('a', 9), room('b', 8), room('c', 7)]));

test('what changes in a room is seen in its place; nothing moves before all is settled', () => {
  const changed = withChange(list, change({ pulses: [{ name: 'c', hot: 20, people: 7, talking: 3 }] }));
  expect(names(changed)).toEqual(['a', 'b', 'c']);
  expect(rowsOf(changed)[2]?.room).toMatchObject({ people: 7, talking: 3 });
  expect([waitingChanges(changed), names(settled(changed))]).toEqual([0, ['c', 'a', 'b']]);
});

test('who comes waits, who goes is over where it stands, and both are counted', () => {
  const changed = withChange(list, change({ rooms: [room('new', 8.5)], gone: ['b', 'unknown'] }));
  expect([names(changed), waitingChanges(changed)]).toEqual([['a', '(b)', 'c'], 2]);
  const after = settled(changed);
  expect([names(after), waitingChanges(after)]).toEqual([['a', 'new', 'c'], 0]);
  expect(settled(after)).toBe(after);
});

test('a room that rose past the page that was on its way is missed, though the list has its end', () => {
  const rising = change({ pulses: [pulse('missed', 20)] });
  const top = listOf(all, page([room('a', 9)], 'more'));
  expect(withMore(top, page([room('c', 7)]), [rising]).outdated).toBe(true);
  expect(withChange(list, change({ pulses: [pulse('a', 20)] })).outdated).toBe(false);
  expect(withChange(list, change({ pulses: [pulse('missed', 20)] })).outdated).toBe(true);
  const filtered = listOf({ ...all, tag: 'tea' }, page([room('a', 9, { tags: ['tea'] })]));
  expect(withChange(filtered, change({ pulses: [pulse('of no tea', 20)] })).outdated).toBe(false);
});

test('who goes and comes back before all is settled has never been away', () => {
  const back = withChange(withChange(list, change({ gone: ['b'] })), change({ rooms: [room('b', 8)] }));
  expect([names(back), waitingChanges(back)]).toEqual([['a', 'b', 'c'], 0]);
  const brief = withChange(withChange(list, change({ rooms: [room('x', 1)] })), change({ gone: ['x'] }));
  expect([names(brief), waitingChanges(brief)]).toEqual([['a', 'b', 'c'], 0]);
});

test('only what fits the filter comes, and what does not fit any more goes', () => {
  const filter = { ...all, q: 'CAFÉ', tag: 'tea', language: 'fr' };
  const fitting = room('cafe-du-coin', 5, { tags: ['tea'], language: 'fr' });
  const filtered = listOf(filter, page([fitting]));
  const others = [
    room('bar', 5, { tags: ['tea'], language: 'fr' }),
    room('cafe-b', 5, { tags: [], language: 'fr' }),
    room('cafe-c', 5, { tags: ['tea'], language: 'vi' }),
  ];
  expect(waitingChanges(withChange(filtered, change({ rooms: others })))).toBe(0);
  expect(names(withChange(filtered, change({ rooms: [{ ...fitting, tags: [] }] })))).toEqual([
    '(cafe-du-coin)',
  ]);
});

test('a tag and a language that only just came can be chosen', () => {
  const came = change({ rooms: [room('d', 1, { tags: ['tea', 'tea-time'], language: 'vi' })] });
  const changed = withChange({ ...list, tags: [{ tag: 'tea', rooms: 3 }] }, came);
  expect(changed.tags.map(({ tag }) => tag)).toEqual(['tea', 'tea-time']);
  expect(changed.languages.map(({ language }) => language)).toEqual(['vi']);
  expect(withChange(changed, change({ total: 0 }))).toMatchObject({ tags: [], languages: [] });
});

test('what belongs below the end is left for later, what rises above it is asked for', () => {
  const part = listOf(all, page([room('a', 9), room('b', 8)], 'cursor'));
  const below = withChange(part, change({ rooms: [room('low', 1)], pulses: [pulse('unknown', 2)] }));
  expect([waitingChanges(below), below.outdated]).toEqual([0, false]);
  expect(withChange(part, change({ pulses: [pulse('unknown', 8.5)] })).outdated).toBe(true);
  const risen = withChange(part, change({ pulses: [pulse('b', 30)] }));
  expect(withChange(risen, change({ rooms: [room('new', 20)] })).known.has('new')).toBe(true);
  const quiet = listOf({ ...all, sort: 'quiet' }, page([room('a', 9, { people: 3 })], 'cursor'));
  expect(withChange(quiet, change({ pulses: [pulse('unknown', 1, 2)] })).outdated).toBe(true);
});

test('the next page comes below, without what stands there already', () => {
  const part = listOf(all, page([room('a', 9), room('b', 8)], 'cursor'));
  const whole = withMore(part, page([room('b', 7), room('c', 6)]));
  expect([names(whole), whole.next]).toEqual([['a', 'b', 'c'], undefined]);
});

test('no room stands there twice, whatever came and went before its page', () => {
  const part = listOf(all, page([room('a', 9), room('b', 8)], 'cursor'));
  const over = renewed(
    withChange(part, change({ gone: ['b'] })),
    listOf(all, page([room('a', 9)], 'cursor')),
    'as it stands',
  );
  expect(names(over)).toEqual(['a', '(b)']);
  const back = withMore(over, page([room('b', 7), room('c', 6)]));
  expect([names(back), waitingChanges(back)]).toEqual([['a', 'b', 'c'], 0]);
});

test('what went while its page was on the way does not come with it', () => {
  const part = listOf(all, page([room('a', 9)], 'cursor'));
  const went = { ...change({ gone: ['b'] }), version: 30 };
  const older = { ...change({ gone: ['c'] }), version: 20 };
  const more = withMore(part, { ...page([room('b', 8), room('c', 7)]), version: 25 }, [older, went]);
  expect(names(more)).toEqual(['a', 'c']);
});

describe('read anew', () => {
  const deep = withMore(
    listOf(all, page([room('a', 9), room('b', 8)], 'two')),
    page([room('c', 7), room('d', 6)], 'four'),
  );

  test('it keeps what stands below, and goes on from there', () => {
    const anew = renewed(deep, listOf(all, page([room('new', 8.5), room('b', 8)], 'two')), 'settled');
    expect([names(anew), anew.next]).toEqual([['new', 'b', 'c', 'd'], 'four']);
  });

  test('it stays as it stands for whoever reads it: what came waits, what went is over', () => {
    const anew = renewed(deep, listOf(all, page([room('new', 8.5), room('b', 8)], 'two')), 'as it stands');
    expect([names(anew), waitingChanges(anew)]).toEqual([['(a)', 'b', 'c', 'd'], 2]);
  });

  test('to its end, it has nothing that is not there any more', () => {
    const anew = renewed(deep, listOf(all, page([room('b', 8), room('d', 6)])), 'as it stands');
    expect([names(anew), anew.next]).toEqual([['(a)', 'b', '(c)', 'd'], undefined]);
    expect(names(settled(anew))).toEqual(['b', 'd']);
  });
});

test('what is older than the list says nothing', () => {
  expect(withChange(list, { ...change({ gone: ['a'] }), version: 10 })).toBe(list);
});

test('only what was chosen is asked for', () => {
  expect(queryOf(all, { limit: '60' })).toBe('sort=hot&limit=60');
  expect(queryOf({ q: ' Trà ', tag: 'tea', language: 'vi', sort: 'new' }, { cursor: 'x' })).toBe(
    'q=Tr%C3%A0&tag=tea&language=vi&sort=new&cursor=x',
  );
});
