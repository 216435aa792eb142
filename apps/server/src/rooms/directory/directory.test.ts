import { fold, limits, type RoomListing, type RoomSort, type RoomsQuery, RpcError } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { Random } from '../../testing/random.ts';
import { Directory, type Facts } from './directory.ts';

const nowMs = Date.UTC(2026, 4);
const ask = (query: Partial<RoomsQuery> = {}): RoomsQuery => ({ q: '', sort: 'hot', limit: 100, ...query });
const room = (name: string, facts: Partial<Facts> = {}): Facts => ({
  name,
  topic: '',
  tags: [],
  language: '',
  people: 2,
  talking: 0,
  startedAtMs: nowMs,
  ...facts,
});
const names = (rooms: readonly RoomListing[]) => rooms.map(({ name }) => name);

function filled(...rooms: Facts[]): Directory {
  const directory = new Directory();
  for (const facts of rooms) directory.put(facts, nowMs);
  return directory;
}

test('finds by name, topic and tags, without case and accents', () => {
  const directory = filled(
    room('phòng-trà', { topic: 'Chuyện buổi tối' }),
    room('harbour', { topic: 'Boats', tags: ['tối-nay'] }),
    room('lab', { topic: 'Robots' }),
  );
  expect(names(directory.page(ask({ q: 'TOI' })).rooms)).toEqual(['harbour', 'phòng-trà']);
  expect(names(directory.page(ask({ q: 'phong' })).rooms)).toEqual(['phòng-trà']);
  expect(names(directory.page(ask({ q: 'robot lab' })).rooms)).toEqual(['lab']);
  expect(directory.page(ask({ q: '…' })).rooms).toEqual([]);
  expect(directory.page(ask({ q: '  ' })).rooms.length).toBe(3);
});

test('is found by what it is called now, and not by what it was', () => {
  const directory = filled(room('den', { topic: 'Chess', tags: ['chess'], language: 'en' }));
  directory.put(room('den', { topic: 'Jazz', tags: ['jazz'], language: 'fr' }), nowMs);
  for (const gone of [{ q: 'chess' }, { tag: 'chess' }, { language: 'en' }]) {
    expect(directory.page(ask(gone)).rooms).toEqual([]);
  }
  for (const now of [{ q: 'jazz' }, { tag: 'jazz' }, { language: 'fr' }]) {
    expect(names(directory.page(ask(now)).rooms)).toEqual(['den']);
  }
  expect(directory.page(ask()).tags).toEqual([{ tag: 'jazz', rooms: 1 }]);
  directory.delete('den');
  expect(directory.page(ask())).toEqual({ total: 0, rooms: [], tags: [], languages: [] });
});

test('the most people first where it is hot, the fewest where it is quiet, the last begun where it is new', () => {
  const directory = filled(
    room('a', { people: 5, startedAtMs: 1 }),
    room('b', { people: 9, startedAtMs: 2 }),
    room('c', { people: 2, startedAtMs: 3 }),
  );
  const inOrder = (sort: RoomSort) => names(directory.page(ask({ sort })).rooms).join('');
  expect([inOrder('hot'), inOrder('quiet'), inOrder('new')]).toEqual(['bac', 'cab', 'cba']);
});

test('a room where people talk becomes hot, and cools when others do', () => {
  const directory = filled(room('calm', { people: 4 }), room('lively', { people: 2, talking: 2 }));
  const hot = () => names(directory.page(ask()).rooms);
  expect(hot()).toEqual(['calm', 'lively']);
  directory.put(room('lively', { people: 2, talking: 0 }), nowMs + 120_000);
  expect(hot()).toEqual(['lively', 'calm']);
});

test('tells only what can be noticed', () => {
  const directory = filled(room('den', { people: 6, talking: 1 }));
  const { before, now } = directory.put(room('den', { people: 6, talking: 1 }), nowMs + 500);
  expect(now).toBe(before);
  expect(directory.put(room('den', { people: 6, talking: 2 }), nowMs + 500).now).not.toBe(before);
});

test('the commonest tags are counted, so many and no more', () => {
  const directory = new Directory();
  for (let number = 0; number < 60; number += 1) {
    directory.put(room(`room-${number}`, { tags: ['all', `tag-${number % 30}`] }), nowMs);
  }
  const { tags } = directory.page(ask());
  expect(tags.length).toBe(limits.directoryFacets);
  expect(tags.slice(0, 2)).toEqual([
    { tag: 'all', rooms: 60 },
    { tag: 'tag-0', rooms: 2 },
  ]);
});

test.each([
  '',
  'x',
  'e30',
  Buffer.from('["a",1,2]').toString('base64url'),
  Buffer.from('["a",1,2,null]').toString('base64url'),
])('the cursor %j is none', (cursor) => {
  expect(() => filled(room('den')).page(ask({ cursor }))).toThrow(RpcError);
});

test('a page goes on where the last one ended, though its last room has gone or moved', () => {
  const directory = filled(...['a', 'b', 'c', 'd'].map((name, index) => room(name, { people: 9 - index })));
  const { next = '' } = directory.page(ask({ limit: 2 }));
  directory.delete('b');
  expect(names(directory.page(ask({ cursor: next })).rooms)).toEqual(['c', 'd']);
});

test('whatever happens in whatever order, it answers as going through all rooms would', () => {
  const random = new Random(20_260_501);
  const below = (end: number) => random.below(end);
  const words = ['tea', 'Trà', 'jazz', 'javelin', '会议', 'lab', 'Łódź'];
  const directory = new Directory();
  const model = new Map<string, Facts>();
  for (let step = 0; step < 6_000; step += 1) {
    const name = `${words[below(words.length)]}-${below(400)}`.toLowerCase();
    if (below(5) === 0) {
      expect(directory.delete(name)).toBe(model.delete(name));
      continue;
    }
    const facts = room(name, {
      topic: words[below(words.length)] ?? '',
      tags: ['red', 'green', 'blue'].filter(() => below(2) === 0),
      language: ['', 'en', 'vi'][below(3)] ?? '',
      people: 2 + below(4),
      talking: below(2),
      startedAtMs: below(5_000),
    });
    directory.put(facts, nowMs + step * 1_000);
    model.set(name, facts);
    if (step % 60 > 0) continue;
    const [tag, language] = [[undefined, 'red'][below(2)], [undefined, 'en'][below(2)]];
    const q = ['', 't', 'ja', 'tra lodz', '议', 'lab 1'][below(6)] ?? '';
    const query = { q, sort: 'new', ...(tag && { tag }), ...(language && { language }) } as const;
    const fits = [...model.values()]
      .filter((each) => !tag || each.tags.includes(tag))
      .filter((each) => !language || each.language === language)
      .filter((each) => holds(each, q))
      .sort((a, b) => b.startedAtMs - a.startedAtMs || (a.name < b.name ? -1 : 1))
      .map((each) => each.name);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = directory.page(ask({ ...query, limit: 7, ...(cursor && { cursor }) }));
      paged.push(...names(page.rooms));
      cursor = page.next;
    } while (cursor);
    expect([step, q, tag, language, paged]).toEqual([step, q, tag, language, fits]);
    expect(directory.page(ask()).total).toBe(model.size);
  }
});

/** The rule in its simplest form; of what has no spaces, any two characters that stand together. */
function holds({ name, topic, tags }: Facts, q: string): boolean {
  const text = fold([name, topic, ...tags].join(' '));
  return fold(q)
    .split(' ')
    .every(
      (word) =>
        new RegExp(`(?:^|[^\\p{L}\\p{N}]|\\p{scx=Han})${word}`, 'u').test(text) ||
        (word === '议' && text.includes(word)),
    );
}
