import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const web = join(__dirname, '..');
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tsx|css)$/.test(path) && !/^(node_modules|out|\.next)/.test(path))
  .map((path) => [path, readFileSync(join(web, path), 'utf8')] as const);

/** Classes that name a side of the screen instead of the start or end of a line. */
const sided =
  /(?<![\w-])-?(?:[mp][lr]|left|right|rounded-(?:[lr]|[tb][lr])|border-[lr]|scroll-[mp][lr])-(?:\d|\[|px\b|auto\b|full\b)[^\s'"`]*|(?<![\w-])(?:text|float|clear)-(?:left|right)\b|(?<![\w-])(?:rounded-[lr]|border-[lr])(?![\w-])/g;
const sidedCss =
  /(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:|text-align:\s*(?:left|right)/g;

/** Icons that point along the line, so that they turn round with it. */
const pointing =
  /^(?:Arrow(?:Left|Right)|Chevrons?(?:Left|Right)|Corner(?:Up|Down)(?:Left|Right)|Reply|Forward|Log(?:In|Out)|Send(?:Horizontal)?|Undo2?|Redo2?|Panel(?:Left|Right)\w*|ExternalLink|SquareArrowOutUpRight)$/;

test('nothing stands at a side of the screen that should stand at the start or end of the line', () => {
  const found = sources.flatMap(([path, source]) =>
    (source.match(path.endsWith('.css') ? sidedCss : sided) ?? []).map((part) => `${path}: ${part}`),
  );
  expect(found).toEqual([]);
});

test('what points along the line turns round with it', () => {
  const found = sources.flatMap(([path, source]) =>
    [...source.matchAll(/(?:<|\b\w*[iI]con=\{)(\w+)\b/g)]
      .filter(([, icon = '']) => pointing.test(icon))
      .filter(({ index }) => {
        const start = source.lastIndexOf('<', index);
        return !source.slice(start, source.indexOf('/>', index)).includes('rtl:-scale-x-100');
      })
      .map(([, icon]) => `${path}: ${icon}`),
  );
  expect(found).toEqual([]);
});
