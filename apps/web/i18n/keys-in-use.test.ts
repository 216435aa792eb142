import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { door } from './en/door.ts';
import { en } from './en/index.ts';
import { operator } from './en/operator.ts';

const web = join(__dirname, '..');

const keys = Object.keys({ ...en, ...operator });
const subjects = new Set(keys.map((key) => key.split('.')[0]));

/** Keys that are put together at run time, by the template that does it, and what its gap is filled with. */
const families: Readonly<Record<string, readonly string[]>> = {
  'acted.*': [
    'topic',
    'tags',
    'language',
    'handOver',
    'mute',
    'allowToSpeak',
    'shadowMute',
    'shadowUnmute',
    'remove',
    'unban',
    'deleteMessage',
    'voteToRemove',
  ],
  'acted.role_*': ['moderator', 'speaker', 'listener'],
  'announce.*': ['live', 'muted', 'off'],
  'deviceNews.*': ['fell_back', 'came_back', 'new_default'],
  'floor.*': ['again', 'now'],
  'floor.*Key': ['again', 'now'],
  'host.didMake_*': ['moderator', 'speaker', 'listener'],
  'host.make_*': ['moderator', 'speaker', 'listener'],
  'line.*': ['fair', 'poor'],
  'line.own_*': ['good', 'fair', 'poor'],
  'operator.*': ['noNewRooms', 'noListing'],
  'operator.*Hint': ['noNewRooms', 'noListing'],
  'operator.*_off': ['noNewRooms', 'noListing'],
  'operator.*_on': ['noNewRooms', 'noListing'],
  'operator.reason_*': ['spam', 'harassment', 'hate', 'sexual', 'violence', 'impersonation', 'other'],
  'sound.*': ['voice', 'music', 'raw'],
  'sound.*Hint': ['voice', 'music', 'raw'],
};

/** What the source says, by its path from `apps/web`. */
const sources = new Map(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^(node_modules|out|\.next|i18n\/\w+\/)/.test(path))
    .map((path) => [path, readFileSync(join(web, path), 'utf8')]),
);

/** Whole keys, and templates such as `announce.${state}`, that a source names. */
function named(source: string): { literal: string[]; templates: string[] } {
  const isKey = (text: string) => subjects.has(text.split('.')[0]);
  const literal = [...source.matchAll(/'(\w+\.\w+)'/g)].map(([, key = '']) => key).filter(isKey);
  const templates = [...source.matchAll(/`(\w+\.\w*)\$\{[^`]*?\}(\w*)`/g)]
    .map(([, before, after]) => `${before}*${after}`)
    .filter(isKey);
  return { literal, templates };
}

/** The keys that some sources may ask for. */
function asked(paths: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const path of paths) {
    const { literal, templates } = named(sources.get(path) ?? '');
    for (const key of literal) found.add(key);
    for (const template of templates) {
      for (const member of families[template] ?? []) found.add(template.replace('*', member));
    }
  }
  return found;
}

/** Every source that a page brings along before anything is loaded on demand. */
function broughtAlong(path: string, seen: Set<string>): Set<string> {
  const source = sources.get(path);
  if (source === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const [, what = '', from = ''] of source.matchAll(/^(?:import|export) ([^;]*?)from '(\.[^']+)';/gms)) {
    if (!what.startsWith('type ')) broughtAlong(relative(web, join(web, dirname(path), from)), seen);
  }
  return seen;
}

/** Shown only behind the lobby, when all words are there. */
const behindTheLobby = ['room/ended-screen.tsx', 'room/end-copy.ts', 'room/returning-notice.tsx'];

test('every sentence is said somewhere', () => {
  const used = asked(sources.keys());
  const unused = keys.filter((key) => !used.has(key));
  expect(unused).toEqual([]);
});

test('every key that is put together at run time is there', () => {
  const made = Object.entries(families).flatMap(([template, members]) =>
    members.map((member) => template.replace('*', member)),
  );
  expect(made.filter((key) => !keys.includes(key))).toEqual([]);
});

test('every template that puts keys together has its family listed above', () => {
  const templates = new Set([...sources.values()].flatMap((source) => named(source).templates));
  expect([...templates].sort()).toEqual(Object.keys(families).sort());
});

test('what is shown before anything is tapped has its words with it, and hardly more', () => {
  const seen = new Set<string>();
  for (const path of sources.keys()) if (/^app\/.*\.tsx$/.test(path)) broughtAlong(path, seen);
  expect(seen.has('lobby/lobby.tsx')).toBe(true);
  for (const path of behindTheLobby) {
    expect([path, seen.delete(path)]).toEqual([path, true]);
  }
  const atFirst = asked(seen);
  expect([...atFirst].filter((key) => keys.includes(key) && !(key in door))).toEqual([]);
  const later = Object.keys(door).filter((key) => !atFirst.has(key));
  expect(later).toEqual([]);
});

test('the operator’s words are said where they are fetched, and nowhere else', () => {
  const others = [...sources.keys()].filter((path) => !path.startsWith('operator/'));
  expect([...asked(others)].filter((key) => key in operator)).toEqual([]);
});
