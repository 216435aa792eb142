import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { settings } from './config.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test("the README's table lists exactly the settings there are, with their defaults and purpose", () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*) \|$/gm)].map(([, ...cells]) => cells);
  const expected = Object.entries(settings).map(([name, { fallback, purpose }]) => [
    name,
    name === 'LOG_LEVEL' || fallback === '' ? '' : `\`${fallback}\``,
    purpose,
  ]);
  expect(rows).toEqual(expected);
});
