import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/.bin/biome');

/** One import per file: where it stands, what it imports, and whether ARCHITECTURE.md allows it. */
const doors = [
  ['packages/lifetime/src/a.ts', '@earshot/protocol', false],
  ['packages/protocol/src/a.ts', '@earshot/lifetime', true],
  ['packages/protocol/src/b.ts', '@earshot/client', false],
  ['packages/client/src/a.ts', '@earshot/protocol', true],
  ['packages/client/src/b.ts', '@earshot/server', false],
  ['packages/client/src/c.ts', '@earshot/crypto', true],
  ['packages/client/src/d.ts', '@earshot/crypto/argon2', true],
  ['packages/crypto/src/a.ts', '@earshot/lifetime', false],
  ['packages/protocol/src/c.ts', '@earshot/crypto/proof', false],
  ['packages/mediasoup-worker/src/a.ts', '@earshot/server', false],
  ['packages/bench/src/a.ts', '@earshot/client/node', true],
  ['packages/bench/src/b.ts', '@earshot/server', false],
  ['apps/web/room/a.ts', '@earshot/client/browser', true],
  ['apps/web/room/b.ts', '@earshot/server', false],
  ['apps/web/room/c.ts', '@earshot/crypto', false],
  ['apps/web/room/d.ts', '@earshot/crypto/argon2', false],
  ['apps/server/src/server.ts', '@earshot/client', false],
  ['apps/server/src/main.test.ts', '@earshot/client', false],
  ['apps/server/src/signaling/e.ts', '@earshot/crypto/proof', true],
  ['apps/server/src/signaling/f.ts', '@earshot/crypto', false],
  ['apps/server/src/rooms/f.ts', '@earshot/crypto/argon2', false],
  ['apps/server/src/rooms/f.test.ts', '@earshot/crypto', true],
  ['apps/server/src/signaling/methods/a.ts', '../../rooms/room.ts', true],
  ['apps/server/src/signaling/methods/b.ts', '@earshot/client/node', false],
  ['apps/server/src/signaling/c.ts', '../media/mediasoup/room.ts', false],
  ['apps/server/src/signaling/d.ts', '../metrics/metrics.ts', false],
  ['apps/server/src/rooms/a.ts', '../media/media-plane.ts', true],
  ['apps/server/src/rooms/b.ts', '../signaling/session.ts', false],
  ['apps/server/src/rooms/c.ts', 'mediasoup', false],
  ['apps/server/src/rooms/d.ts', '../store/store.ts', true],
  ['apps/server/src/rooms/e.ts', '../store/sqlite/sqlite-store.ts', false],
  ['apps/server/src/store/a.ts', '@earshot/protocol', true],
  ['apps/server/src/store/b.ts', '@earshot/client', false],
  ['apps/server/src/store/sqlite/a.ts', '../../rooms/room.ts', false],
  ['apps/server/src/media/a.ts', './mediasoup/room.ts', false],
  ['apps/server/src/media/forwarding/a.ts', 'mediasoup', false],
  ['apps/server/src/media/mediasoup/a.ts', 'mediasoup', true],
  ['apps/server/src/media/mediasoup/b.ts', '../../rooms/room.ts', false],
  ['apps/server/src/http/a.ts', '../rooms/registry.ts', false],
  ['apps/server/src/http/b.ts', '../main.ts', false],
];

/** The files in which the linter minds the import. */
let shut;

beforeAll(() => {
  const house = mkdtempSync(join(tmpdir(), 'earshot-doors-'));
  try {
    cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
    for (const [file, imported] of doors) {
      mkdirSync(join(house, dirname(file)), { recursive: true });
      writeFileSync(join(house, file), `import { thing } from '${imported}';\nthing();\n`);
    }
    shut = minded(house);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});

function minded(house) {
  const rule = 'style/noRestrictedImports';
  const options = ['--vcs-enabled=false', `--only=${rule}`, '--reporter=json', '--max-diagnostics=none'];
  const lint = spawnSync(biome, ['lint', ...options, '.'], { cwd: house, encoding: 'utf8' });
  const { summary, diagnostics } = JSON.parse(lint.stdout);
  expect(summary.unchanged).toBe(doors.length + 1);
  return new Set(
    diagnostics.filter(({ category }) => category === `lint/${rule}`).map(({ location }) => location.path),
  );
}

test.each(doors)('%s may import %s: %s', (file, _imported, allowed) => {
  expect(shut.has(file)).toBe(!allowed);
});
