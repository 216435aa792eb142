import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@earshot/lifetime';
import { pino } from 'pino';
import { storeContract } from '../store.contract.ts';
import { inMemory } from './database-file.ts';
import { SqliteStore } from './sqlite-store.ts';

const log = pino({ level: 'silent' });
const open = (directory: string, wallMs?: number) =>
  SqliteStore.open({ directory, clock: new ManualClock(wallMs), log });

storeContract('SQLite in a file', {
  lasting: true,
  async open() {
    const directory = mkdtempSync(join(tmpdir(), 'earshot-store-'));
    return {
      store: await open(directory),
      reopen: (atMs) => open(directory, atMs),
      remove: () => rmSync(directory, { recursive: true }),
    };
  },
});

storeContract('SQLite in memory', {
  lasting: false,
  async open() {
    return { store: await open(inMemory), reopen: (atMs) => open(inMemory, atMs), remove: () => {} };
  },
});
