import { measureCrypto } from './measure.ts';

/** Measures once, in a browser's worker, and says what came out. */
addEventListener('message', async ({ data: runs }: MessageEvent<number>) => {
  try {
    postMessage({ figures: await measureCrypto(runs) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
