import { expect, test } from '@jest/globals';
import { jsonCodec, msgpackCodec } from './codec.ts';
import { fold } from './directory/search-words.ts';
import { fit } from './fit.ts';
import { ExampleReader, type Side } from './testing/example-reader.ts';
import { fences, type Section, sections, tables } from './testing/markdown.ts';
import { chapter, directory, page, rows } from './testing/protocol-page.ts';
import { cleanName, roomSlug } from './text.ts';

test('the examples of searching come out as the page says', () => {
  const [examples = []] = tables(sections(chapter('The directory').text, 3)[0]?.text ?? '');
  expect(examples.length).toBeGreaterThan(3);
  for (const [from = '', to = ''] of examples) {
    expect([from, fold(JSON.parse(from))]).toEqual([from, JSON.parse(to)]);
  }
});

test('the examples of the directory fit its schemas, with nothing beside', () => {
  const examples = fences(chapter('The directory').text);
  expect(examples.length).toBeGreaterThan(3);
  for (const { info, text } of examples) {
    const schema = directory[info.replace('json ', '') as keyof typeof directory];
    const value = JSON.parse(text);
    expect(fit(schema, value, 'invalid_params')).toEqual(value);
  }
});

test.each([
  ['people', cleanName],
  ['rooms', roomSlug],
])('the examples of names of %s come out as the page says', (of, make) => {
  const { text } = sections(chapter('Names').text, 3).find(
    ({ title }) => title === `Names of ${of}`,
  ) as Section;
  const examples = rows(text);
  expect(examples.length).toBeGreaterThan(3);
  for (const [from = '', to = ''] of examples)
    expect([from, make(JSON.parse(from))]).toEqual([from, JSON.parse(to)]);
});

test('every example is a message that the other side understands', () => {
  const reader = new ExampleReader();
  const examples = fences(page).flatMap(({ info, text }) => {
    const [, side, refused] = /^json (client|server)( refused)?$/.exec(info) ?? [];
    return side ? [{ side: side as Side, refused: refused !== undefined, text }] : [];
  });
  expect(examples.length).toBeGreaterThan(30);
  for (const { side, refused, text } of examples) reader.read(side, jsonCodec.decode(text), refused);
});

test('every example in MessagePack is the JSON before it, byte by byte', () => {
  const all = fences(page);
  const dumps = all.filter(({ info }) => info.startsWith('hex '));
  expect(dumps.length).toBeGreaterThan(2);
  for (const dump of dumps) {
    const before = all[all.indexOf(dump) - 1];
    expect(before?.info).toBe(dump.info.replace('hex', 'json'));
    const bytes = dump.text.split('\n').flatMap(
      (line) =>
        line
          .match(/^ *((?:[\da-f]{2}(?: |$))+)/)?.[1]
          ?.trim()
          .split(' ') ?? [],
    );
    const message = JSON.parse(before?.text ?? '');
    expect(bytes.join(' ')).toBe(
      Buffer.from(msgpackCodec.encode(message) as Uint8Array)
        .toString('hex')
        .replace(/..(?=.)/g, '$& '),
    );
  }
});
