import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const places = [...map.matchAll(/^\| `((?:apps|packages|scripts)[^`]*)` \|/gm)].map(([, place]) => place);

test.each(places)('%s stands where the map says', (place) => {
  expect(existsSync(join(root, place))).toBe(true);
});

test.each(['apps', 'packages', 'apps/server/src'])('the map shows every room of %s', (folder) => {
  const rooms = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => `${folder}/${name}`);
  for (const room of rooms) expect(places.some((place) => `${place}/`.startsWith(`${room}/`))).toBe(true);
});
