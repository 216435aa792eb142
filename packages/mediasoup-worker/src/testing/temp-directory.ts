import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';

/** Gives each test of the file an empty directory, and takes it away after. */
export function useTempDirectory(): { path: string } {
  const directory = { path: '' };
  beforeEach(() => {
    directory.path = mkdtempSync(path.join(os.tmpdir(), 'earshot-'));
  });
  afterEach(() => rmSync(directory.path, { recursive: true, force: true }));
  return directory;
}
