import path from 'node:path';
import { firstViewScripts } from './scripts/first-view.mjs';
import { root } from './scripts/root.mjs';

const webRoot = path.join(root, 'apps/web/out');

/** The JavaScript that stands between a link and its first view, in what `npm test` has built. */
const firstView = (name, page, limit) => ({
  name: `JavaScript of the first view, ${name}`,
  path: firstViewScripts(webRoot, page).map((file) => path.relative(root, file)),
  limit,
  gzip: true,
});

export default [firstView('room', 'r.html', '170 kB'), firstView('home', 'index.html', '165 kB')];
