import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { door } from './en/door.ts';
import { en } from './en/index.ts';

const web = join(__dirname, '..');
const complete = false;

const keys = Object.keys(en);
const subjects = new Set(keys.map((key) => key.split('.')[0]));

/** What the source says, by its path from `apps/web`. */
const sources = new Map(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^(node_modules|out|\.next|i18n\/\w+\/)/.test(path))
    .map((path) => [path, readFileSync(join(web, path), 'utf8')]),
);

/** Whole keys, and families of them such as `announce.${state}`, that a source names. */
function named(source: string): { literal: string[]; families: string[] } {
  const isKey = (text: string) => subjects.has(text.split('.')[0]);
  const literal = [...source.matchAll(/'(\w+\.\w+)'/g)].map(([, key = '']) => key).filter(isKey);
  const families = [...source.matchAll(/`(\w+\.\w*)\$\{[^`]*?\}(\w*)`/g)]
    .map(([, before, after]) => `${before}*${after}`)
    .filter(isKey);
  return { literal, families };
}

function inFamily(key: string, family: string): boolean {
  const [before = '', after = ''] = family.split('*');
  return key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length;
}

/** The keys that some sources may ask for. */
function asked(paths: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const path of paths) {
    const { literal, families } = named(sources.get(path) ?? '');
    for (const key of literal) found.add(key);
    for (const key of keys) if (families.some((family) => inFamily(key, family))) found.add(key);
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
  if (complete) expect(unused).toEqual([]);
  else if (unused.length > 0) console.info(`never said:\n${unused.join('\n')}`);
});

test('every family of keys that is put together at run time has members', () => {
  for (const [path, source] of sources) {
    for (const family of named(source).families) {
      expect([path, family, keys.some((key) => inFamily(key, family))]).toEqual([path, family, true]);
    }
  }
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
  if (complete) expect(later).toEqual([]);
  else if (later.length > 0) console.info(`in the door, but not needed there:\n${later.join('\n')}`);
});
