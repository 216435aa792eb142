import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { closeCodes } from './close-codes.ts';
import { codecs } from './codec.ts';
import { errors } from './errors.ts';
import { LoggedAction } from './hosting.ts';
import { limits } from './limits.ts';
import { clientMethods, type MethodTable, serverMethods } from './methods.ts';
import { notifications } from './notifications.ts';
import {
  OperatorBans,
  OperatorClosing,
  OperatorNewBan,
  OperatorOutcome,
  OperatorOverview,
  OperatorReports,
  OperatorReportsQuery,
  OperatorRooms,
  OperatorRoomsQuery,
  OperatorSwitches,
  OperatorWords,
} from './operator.ts';
import { powers } from './powers.ts';
import { MediaSource } from './room.ts';
import { routerRtpCapabilities } from './router-capabilities.ts';
import { RtpCapabilities } from './rtp.ts';
import { namedTypes } from './testing/json-schemas.ts';
import { fences, type Section, sections, tables } from './testing/markdown.ts';
import { chapter, directory, page, rows } from './testing/protocol-page.ts';
import { type TypeRow, typeRows, typeWords } from './testing/type-rows.ts';

const fields = (table: string[][]): TypeRow[] =>
  table.map(([field = '', type = '', needed = '']) => ({ field, type, needed: needed as TypeRow['needed'] }));
const titles = (parts: Section[]) => parts.map(({ title }) => title);
const quoted = (line: string) => [...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
const part = (text: string, start: RegExp) =>
  text.split(/^(?=Parameters:|Result:|Errors:)/m).find((each) => start.test(each)) ?? '';

const methodChapters = [
  ['Methods of the server', serverMethods],
  ['Methods of the client', clientMethods],
] as const;

test.each(methodChapters)('"%s" are exactly those there are', (title, table) => {
  expect(titles(sections(chapter(title).text, 3))).toEqual(Object.keys(table));
});

const methods = methodChapters.flatMap(([title, table]) =>
  Object.entries(table as MethodTable).map(
    ([name, method]) => [`${title}: ${name}`, title, name, method] as const,
  ),
);

test.each(methods)(
  '%s has the parameters and the result of its schemas',
  (_what, title, name, { params, result }) => {
    const { text } = sections(chapter(title).text, 3).find((each) => each.title === name) as Section;
    const [parameters, answer] = [part(text, /^Parameters:/), part(text, /^Result:/)];
    expect(fields(rows(parameters))).toEqual(typeRows(params));
    expect(fields(rows(answer))).toEqual(typeRows(result));
    expect(parameters.startsWith('Parameters: none.')).toBe(typeRows(params).length === 0);
    expect(answer.startsWith('Result: an empty object.')).toBe(typeRows(result).length === 0);
    for (const error of quoted(part(text, /^Errors:/))) expect(Object.keys(errors)).toContain(error);
  },
);

test('the notifications are exactly those there are', () => {
  expect(titles(sections(chapter('Notifications').text, 3))).toEqual(Object.keys(notifications));
});

test.each(sections(chapter('Notifications').text, 3))(
  'the notification $title has the fields of its schema',
  ({ title, text }) => {
    expect(fields(rows(text))).toEqual(typeRows(notifications[title as keyof typeof notifications]));
  },
);

test('the types are exactly those that the tables name', () => {
  expect(titles(sections(chapter('Types').text, 3))).toEqual(Object.keys(namedTypes));
});

test.each(sections(chapter('Types').text, 3))('the type $title is that of its schema', ({ title, text }) => {
  const schema = namedTypes[title as keyof typeof namedTypes];
  expect(fields(rows(text))).toEqual(typeRows(schema));
  const type = `Type: ${typeWords(schema)}.`;
  if (typeRows(schema).length === 0) expect(text.trim().slice(0, type.length)).toBe(type);
});

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

test('the directory asks for and answers what its schemas say', () => {
  const parts = sections(chapter('The directory').text, 4);
  expect(titles(parts)).toEqual(Object.keys(directory));
  for (const { title, text } of parts) {
    const schema = directory[title as keyof typeof directory];
    expect([title, fields(rows(text))]).toEqual([title, typeRows(schema)]);
  }
});

const operator = {
  OperatorOverview,
  OperatorReportsQuery,
  OperatorReports,
  OperatorOutcome,
  OperatorRoomsQuery,
  OperatorRooms,
  OperatorClosing,
  OperatorNewBan,
  OperatorBans,
  OperatorSwitches,
  OperatorWords,
};

test('the operator asks for and is answered what the schemas say', () => {
  const parts = sections(chapter('The operator').text, 4);
  expect(titles(parts)).toEqual(Object.keys(operator));
  for (const { title, text } of parts) {
    const schema = operator[title as keyof typeof operator];
    expect([title, fields(rows(text))]).toEqual([title, typeRows(schema)]);
  }
});

test('the errors are exactly those there are', () => {
  expect(rows(chapter('Errors').text)).toEqual(
    Object.entries(errors).map(([name, { code, retryable, message }]) => [
      name,
      `${code}`,
      yesNo(retryable),
      message,
    ]),
  );
});

test('the close codes are exactly those there are', () => {
  expect(rows(chapter('Close codes').text)).toEqual(
    Object.entries(closeCodes).map(([name, { code, retryable, meaning }]) => [
      name,
      `${code}`,
      yesNo(retryable),
      meaning,
    ]),
  );
});

test('who may do what is exactly what is enforced', () => {
  expect(rows(chapter('Keeping order').text)).toEqual(
    Object.entries(powers).map(([act, { owner, moderator, speaker, listener }]) => [
      act,
      owner,
      moderator,
      speaker,
      listener,
    ]),
  );
});

test('the limits are exactly those there are', () => {
  const listed = rows(chapter('Limits').text).map(([name, value]) => [
    name,
    Number(value?.replaceAll(',', '')),
  ]);
  expect(listed).toEqual(Object.entries(limits));
});

test('the subprotocols are exactly those there are', () => {
  const [subprotocols] = tables(chapter('Connecting').text);
  expect(subprotocols?.map(([name, frames]) => [name, frames])).toEqual(
    codecs.map(({ subprotocol, binary }) => [subprotocol, binary ? 'binary' : 'text']),
  );
});

test('the capabilities and header extensions are those of every router', () => {
  const { text } = chapter('Media');
  const [router, receivable] = fences(text);
  expect(JSON.parse(router?.text ?? '')).toEqual(routerRtpCapabilities);
  expect(z.parse(RtpCapabilities, JSON.parse(receivable?.text ?? ''))).toEqual(
    JSON.parse(receivable?.text ?? ''),
  );
  expect(rows(text).map(([uri, id, direction]) => [uri, Number(id), direction])).toEqual(
    routerRtpCapabilities.headerExtensions.map(({ uri, preferredId, direction }) => [
      uri,
      preferredId,
      direction,
    ]),
  );
});

test('every name in backticks that looks like one of ours is one', () => {
  const schemas = [
    ...Object.values({ ...serverMethods, ...clientMethods }).flatMap(({ params, result }) => [
      params,
      result,
    ]),
    ...Object.values(notifications),
    ...Object.values(namedTypes),
    ...Object.values(directory),
    ...Object.values(operator),
  ];
  const known = new Set([
    ...Object.keys({ ...directory, ...operator }),
    ...Object.keys({ ...errors, ...closeCodes, ...limits, ...notifications, ...namedTypes }),
    ...Object.keys({ ...serverMethods, ...clientMethods, ...powers }),
    ...LoggedAction.options,
    'retryAfterMs',
    ...schemas.flatMap(typeRows).flatMap(({ field }) => field.split(/(?:\[\])?\./)),
    ...MediaSource.options,
    ...['RTCPeerConnection', 'recvRtpCapabilities', 'EventSource'],
  ]);
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '');
  const ours = quoted(prose).filter((name) => /[a-z][A-Z_]/.test(name));
  expect(ours.filter((name) => !known.has(name))).toEqual([]);
});

test('every block of the page is of a kind that is read here', () => {
  const kinds = new Set(fences(page).map(({ info }) => info));
  expect([...kinds].sort()).toEqual([
    ...[
      'hex client',
      'hex server',
      'json HttpProblem',
      'json RoomGlance',
      'json RoomsChange',
      'json RoomsPage',
      'json RoomsVersion',
    ],
    'json client',
    'json client refused',
    'json router-capabilities',
    'json rtp-capabilities',
    'json server',
  ]);
});

test('every link within the page leads somewhere', () => {
  const anchors = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
  for (const [, anchor = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
});
