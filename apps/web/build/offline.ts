import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOf, languageTags } from '../i18n/languages.ts';
import { translator } from '../i18n/translate.ts';

/**
 * Writes the page that the service worker shows when nothing can be reached. It has the words of every
 * language in it, since none can be fetched then, and gives the worker its fingerprint.
 */
const out = join(import.meta.dirname, '../out');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const mains = await Promise.all(
  languageTags.map(async (tag) => {
    const { dir, load } = languageOf(tag);
    const t = translator(tag, (await load()).words);
    return `<main lang="${tag}" dir="${dir}"${tag === 'en' ? '' : ' hidden'}>
<img src="/icon.svg" alt="">
<h1>${escaped(t('offline.heading'))}</h1>
<p>${escaped(t('offline.what'))}</p>
<a href="">${escaped(t('offline.again'))}</a>
</main>`;
  }),
);

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Earshot</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/offline.css">
<script src="/offline.js" defer></script>
</head>
<body>
${mains.join('\n')}
</body>
</html>
`;
await writeFile(join(out, 'offline.html'), page);

const fingerprint = createHash('sha256').update(page);
for (const file of ['offline.css', 'offline.js']) fingerprint.update(await readFile(join(out, file)));
const worker = await readFile(join(out, 'sw.js'), 'utf8');
await writeFile(join(out, 'sw.js'), worker.replace('-VERSION', `-${fingerprint.digest('hex').slice(0, 12)}`));
console.log(`wrote the offline page in ${mains.length} languages`);
