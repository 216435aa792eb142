import { ManualClock } from '@earshot/lifetime';
import type { RoomsChange, RoomsPage } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { rowsOf } from './room-list.ts';
import { type FeedListener, RoomWatch } from './room-watch.ts';

const room = (name: string) => ({
  name,
  hot: 1,
  topic: '',
  tags: [],
  language: '',
  people: 2,
  talking: 0,
  startedAtMs: 1,
});
const page = (version: number, ...names: string[]): RoomsPage => ({
  version,
  total: names.length,
  rooms: names.map(room),
  tags: [],
  languages: [],
});
const change = (version: number, some: Partial<RoomsChange>): RoomsChange => ({
  version,
  total: 1,
  rooms: [],
  pulses: [],
  gone: [],
  ...some,
});

const frameMs = 16;

/** A watch, what it asks and listens to, and answers that a test gives. */
function opened() {
  const clock = new ManualClock();
  const asked: { query: string; signal: AbortSignal; answer(page: RoomsPage | Error): Promise<void> }[] = [];
  const feeds: { after: number; listener: FeedListener; open: boolean }[] = [];
  const watch = new RoomWatch({
    after: (delayMs, run) => clock.after(delayMs, run),
    frame: (run) => clock.after(frameMs, run),
    random: () => 0,
    get: (query, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        asked.push({
          query,
          signal,
          answer: async (given) => {
            if (given instanceof Error) reject(given);
            else resolve(given);
            await new Promise(setImmediate);
          },
        });
      }),
    listen: (after, listener) => {
      const feed = { after, listener, open: true };
      feeds.push(feed);
      return () => {
        feed.open = false;
      };
    },
  });
  const names = () => {
    const sight = watch.sight();
    return sight.at === 'listed'
      ? rowsOf(sight.list).map(({ room: { name }, over }) => (over ? `(${name})` : name))
      : sight.at;
  };
  const latest = <Item>(items: Item[]) => items.at(-1) as Item;
  const feed = () => latest(feeds);
  const hear = (...changes: RoomsChange[]) => {
    for (const each of changes) feed().listener.onChange(each);
    clock.advance(frameMs);
  };
  return { clock, watch, asked, feeds, names, ask: () => latest(asked), feed, hear };
}

test('lists, and goes on from there', async () => {
  const { watch, names, ask, feed, hear } = opened();
  expect(names()).toBe('loading');
  watch.open();
  await ask().answer(page(5, 'a', 'b'));
  expect([names(), feed().after]).toEqual([['a', 'b'], 5]);
  hear(change(6, { rooms: [room('c')], gone: ['a'] }));
  expect(names()).toEqual(['b', 'c']);
});

test('nothing moves under a pointer, until it has gone', async () => {
  const { watch, names, ask, hear } = opened();
  watch.open();
  await ask().answer(page(5, 'b'));
  watch.engage(true);
  hear(change(6, { rooms: [room('a')], gone: ['b'] }));
  expect(names()).toEqual(['(b)']);
  watch.engage(false);
  expect(names()).toEqual(['a']);
});

test('while one types it asks once, and an older answer is not shown', async () => {
  const { clock, watch, asked, names, ask } = opened();
  watch.open();
  await ask().answer(page(5, 'a'));
  for (const q of ['t', 'te', 'tea']) {
    watch.look({ q });
    clock.advance(100);
  }
  expect(asked.length).toBe(1);
  clock.advance(250);
  const typed = ask();
  watch.look({ sort: 'new' });
  expect([typed.query, typed.signal.aborted]).toEqual(['q=tea&sort=hot&limit=60', true]);
  await ask().answer(page(6, 'tea-house'));
  expect([ask().query, names()]).toEqual(['q=tea&sort=new&limit=60', ['tea-house']]);
});

test('what fails is said, and tried again by itself and on wish', async () => {
  const { clock, watch, asked, names, ask } = opened();
  watch.open();
  await ask().answer(new Error('no network'));
  expect(names()).toBe('failed');
  clock.advance(12_000);
  expect(asked.length).toBe(2);
  await ask().answer(new Error('still none'));
  watch.retry();
  expect(names()).toBe('loading');
  await ask().answer(page(5, 'a'));
  expect(names()).toEqual(['a']);
});

test('a list that is there stays there when it cannot be read again', async () => {
  const { clock, watch, names, ask, feed } = opened();
  watch.open();
  await ask().answer(page(5, 'a'));
  feed().listener.onLive(true);
  feed().listener.onLive(false);
  feed().listener.onEnd();
  clock.advance(12_000);
  await ask().answer(new Error('no network'));
  expect([names(), watch.sight()]).toMatchObject([['a'], { live: false }]);
  clock.advance(12_000);
  await ask().answer(page(9, 'b'));
  expect([names(), feed().after]).toEqual([['b'], 9]);
});

test('who missed too much reads the list anew, and goes on from where the server is', async () => {
  const { watch, names, ask, feed, feeds } = opened();
  watch.open();
  await ask().answer(page(5, 'a'));
  feed().listener.onReset(70);
  // From the browser's cache, which the server has said still holds.
  await ask().answer(page(5, 'a', 'b'));
  expect([names(), feed().after, feeds.filter(({ open }) => open).length]).toEqual([['a', 'b'], 70, 1]);
});

test('while nobody looks it holds no connection, and then goes on', async () => {
  const { clock, watch, asked, ask, feed, hear } = opened();
  watch.open();
  await ask().answer(page(5, 'a'));
  hear(change(6, {}));
  const before = feed();
  watch.close();
  expect([before.open, clock.pendingTimers]).toEqual([false, 0]);
  watch.open();
  expect([feed().after, asked.length]).toEqual([6, 1]);
});

test('more comes below, once', async () => {
  const { watch, asked, names, ask } = opened();
  watch.open();
  await ask().answer({ ...page(5, 'a'), next: 'cursor' });
  void watch.more();
  void watch.more();
  expect([asked.length, ask().query]).toEqual([2, 'sort=hot&cursor=cursor&limit=60']);
  await ask().answer(new Error('no network'));
  expect(watch.sight()).toMatchObject({ more: 'failed' });
  void watch.more();
  await ask().answer(page(6, 'b'));
  expect([names(), watch.sight()]).toMatchObject([['a', 'b'], { more: 'idle' }]);
});

test('what comes in one go is drawn once', async () => {
  const { watch, names, ask, hear } = opened();
  watch.open();
  await ask().answer(page(5, 'a'));
  let drawn = 0;
  watch.subscribe(() => {
    drawn += 1;
  });
  hear(change(6, { rooms: [room('b')] }), change(7, { rooms: [room('c')] }), change(8, { gone: ['a'] }));
  expect([drawn, names()]).toEqual([1, ['b', 'c']]);
});

test('a reader keeps their place when the list is read anew', async () => {
  const { clock, watch, asked, names, ask, hear, feed } = opened();
  const below = Array.from({ length: 60 }, (_, at) => `n${at}`);
  watch.open();
  await ask().answer({ ...page(5, 'a', 'b'), next: 'two' });
  void watch.more();
  await ask().answer({ ...page(5, ...below), next: 'three' });
  watch.engage(true);
  hear(change(6, { pulses: [{ name: 'risen', hot: 9, people: 5, talking: 0 }] }));
  clock.advance(12_000);
  expect(ask().query).toBe('sort=hot&limit=100');
  const before = asked.length;
  void watch.more();
  expect(asked.length).toBe(before);
  await ask().answer({ ...page(9, 'risen', 'b'), next: 'anew' });
  expect(ask().query).toBe('sort=hot&cursor=anew&limit=100');
  await ask().answer({ ...page(9, ...below), next: 'three' });
  expect([names(), feed().after]).toEqual([['(a)', 'b', ...below], 9]);
  expect(ask().query).toBe('sort=hot&cursor=three&limit=60');
  watch.engage(false);
  expect(names()).toEqual(['b', ...below, 'risen'].sort());
});

test('what goes while more is on its way does not come with it', async () => {
  const { watch, names, ask, hear } = opened();
  watch.open();
  await ask().answer({ ...page(5, 'a'), next: 'cursor' });
  void watch.more();
  hear(change(6, { gone: ['b'] }));
  await ask().answer(page(5, 'b', 'c'));
  expect(names()).toEqual(['a', 'c']);
});

test('more that was on its way when the list is asked for anew comes after it', async () => {
  const { watch, names, ask, feed } = opened();
  watch.open();
  await ask().answer({ ...page(5, 'a'), next: 'cursor' });
  void watch.more();
  feed().listener.onReset(70);
  await ask().answer({ ...page(70, 'a'), next: 'cursor' });
  await ask().answer(page(70, 'b'));
  expect(names()).toEqual(['a', 'b']);
});
