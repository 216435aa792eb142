import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A page as the static export writes it: two inline scripts and one from a file. */
const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title>` +
  `<script src="/_next/static/chunks/app.js" async=""></script></head><body><h1>${title}</h1>` +
  `<script>self.${title}=1</script><script id="data">\nself.data=["${title}"]\n</script></body></html>`;

const script = `self.app = ${JSON.stringify('voice '.repeat(500))};`;

/** The files of a built web application, by path. */
export const fixtureFiles: Readonly<Record<string, string>> = {
  'index.html': page('home'),
  'r.html': page('room'),
  'link.html': page('link'),
  'operator.html': page('operator'),
  '404.html': page('missing'),
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '_next/static/chunks/app.js': script,
};

/** Writes a small built web application, compressed like the real one, with a secret beside its root. */
export function writeFixturePages(): { webRoot: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-pages-'));
  const webRoot = join(directory, 'out');
  writeFile(join(directory, 'secret.txt'), 'top secret');
  for (const [name, content] of Object.entries(fixtureFiles)) {
    writeFile(join(webRoot, name), content);
    writeFile(join(webRoot, `${name}.br`), brotliCompressSync(content));
    writeFile(join(webRoot, `${name}.gz`), gzipSync(content));
  }
  return { webRoot, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
