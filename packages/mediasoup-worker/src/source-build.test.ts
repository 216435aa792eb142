import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { mediasoupPackage } from './mediasoup-package.ts';
import { prepareSources } from './source-build.ts';
import { useTempDirectory } from './testing/temp-directory.ts';

const directory = useTempDirectory();
const { workerDirectory } = mediasoupPackage();

test('the recipe fits the sources of the installed mediasoup', () => {
  const sources = prepareSources(workerDirectory, path.join(directory.path, 'build'));
  const subprojects = readdirSync(path.join(sources, 'subprojects'), { withFileTypes: true });
  const standIns = subprojects.filter((entry) => entry.isDirectory() && entry.name !== 'packagefiles');
  expect(standIns).toHaveLength(6);
  for (const { name } of standIns) {
    expect(existsSync(path.join(sources, 'subprojects', name, 'meson.build'))).toBe(true);
  }
  expect(readFileSync(path.join(sources, 'meson.build'), 'utf8')).toContain("meson_version: '>= 1.0.0'");
});

test('an interrupted build goes on, an interrupted copy begins again', () => {
  const workshop = path.join(directory.path, 'build');
  const sources = prepareSources(workerDirectory, workshop);
  const object = path.join(workshop, 'object.o');
  writeFileSync(object, '');
  prepareSources(workerDirectory, workshop);
  expect(existsSync(object)).toBe(true);

  rmSync(path.join(workshop, 'prepared'));
  rmSync(path.join(sources, 'src/main.cpp'));
  prepareSources(workerDirectory, workshop);
  expect(existsSync(path.join(sources, 'src/main.cpp'))).toBe(true);
});

test('sources that the recipe does not know are refused', () => {
  const changed = path.join(directory.path, 'changed');
  const sources = prepareSources(workerDirectory, changed);
  // Already edited, so the second edit finds nothing to replace.
  expect(() => prepareSources(sources, path.join(directory.path, 'build'))).toThrow(
    expect.objectContaining({ code: 'build_failed' }),
  );
});
