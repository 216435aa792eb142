import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

/**
 * Writes `.br` and `.gz` beside every text file of the export, so that the server only has to pick one.
 * The same input gives the same bytes.
 */
const root = join(import.meta.dirname, '../out');
const textFiles = '**/*.{html,js,css,svg,txt,json,map,webmanifest,xml}';
const worthwhileBytes = 1_024;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

async function compress(path: string): Promise<number> {
  await Promise.all(['.br', '.gz'].map((suffix) => rm(path + suffix, { force: true })));
  const text = await readFile(path);
  if (text.length < worthwhileBytes) return 0;
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
    [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const [br, gz] = await Promise.all([brotli(text, { params }), gzip(text, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  return 1;
}

const paths: string[] = [];
for await (const path of glob(textFiles, { cwd: root })) paths.push(path);
let compressed = 0;
const next = paths.values();
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (const path of next) compressed += await compress(join(root, path));
  }),
);
console.log(`compressed ${compressed} of ${paths.length} text files`);
