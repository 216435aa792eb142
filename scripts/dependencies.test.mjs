import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dependenciesInstalled } from './dependencies.mjs';

let directory;
const at = (name) => path.join(directory, name);
const write = (name, text, mtime) => {
  writeFileSync(at(name), text);
  utimesSync(at(name), mtime, mtime);
};

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'earshot-'));
  write('package-lock.json', 'first', 1_000);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a bare clone is not installed', () => {
  expect(dependenciesInstalled(directory)).toBe(false);
});

test('what npm install by hand brought counts, until the lock file changes', () => {
  mkdirSync(at('node_modules'));
  write('node_modules/.package-lock.json', '', 2_000);
  expect(dependenciesInstalled(directory)).toBe(true);
  // A checkout of the same lock file makes it newer, but no different.
  write('package-lock.json', 'first', 3_000);
  expect(dependenciesInstalled(directory)).toBe(true);
  write('package-lock.json', 'second', 1_500);
  expect(dependenciesInstalled(directory)).toBe(false);
});

test('an install that is older than the lock file does not count', () => {
  mkdirSync(at('node_modules'));
  write('node_modules/.package-lock.json', '', 500);
  expect(dependenciesInstalled(directory)).toBe(false);
});
