import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aptInstall, hasApt } from './apt.ts';
import { missingNeeds } from './build-needs.ts';
import { ninjaProgress } from './ninja-progress.ts';
import { CommandError, runCommand } from './run-command.ts';
import { SetupError } from './setup-error.ts';
import { recipeDirectory } from './worker-cache.ts';
import type { Bring, WorkerSource } from './worker-source.ts';

/** A worker from the sources inside the mediasoup package, linked with the distribution's libraries. */
export function sourceBuild(workerDirectory: string): WorkerSource {
  return {
    name: 'a build from its sources',
    async bring(bring) {
      await installNeeds(bring);
      const sources = prepareSources(workerDirectory, bring.workshop);
      try {
        const binary = path.join(bring.scratch, 'mediasoup-worker');
        renameSync(await compile(sources, bring), binary);
        return binary;
      } catch (cause) {
        throw cause instanceof CommandError ? buildFailed(cause) : cause;
      } finally {
        // After an interruption the next start goes on here; after a failure it had better begin afresh.
        if (!bring.signal.aborted) rmSync(bring.workshop, { recursive: true, force: true });
      }
    },
  };
}

async function installNeeds({ report, signal }: Bring): Promise<void> {
  const { packages, things } = missingNeeds();
  if (packages.length === 0) return;
  if (!hasApt()) {
    const message = `No prebuilt mediasoup worker could be had, and to build one this system lacks: ${things.join(', ')}. Install them, or set MEDIASOUP_WORKER_BIN to a worker, then start again.`;
    throw new SetupError('packages_missing', message);
  }
  await aptInstall({ packages, purpose: 'build the mediasoup worker', report, signal });
}

/** Copies the sources and fits them to the system's libraries, once; answers where they are. */
export function prepareSources(workerDirectory: string, workshop: string): string {
  const sources = path.join(workshop, 'worker');
  const prepared = path.join(workshop, 'prepared');
  if (existsSync(prepared)) return sources;
  rmSync(workshop, { recursive: true, force: true });
  cpSync(workerDirectory, sources, { recursive: true });

  // A .wrap file names each bundled dependency; where its directory exists, meson downloads nothing.
  for (const wrap of ['libuv', 'openssl', 'flatbuffers', 'abseil-cpp', 'unordered-dense', 'libsrtp3']) {
    const wrapFile = path.join(sources, 'subprojects', `${wrap}.wrap`);
    const directory = /^directory *= *(.+)$/m.exec(readFileSync(wrapFile, 'utf8'))?.[1] ?? wrap;
    const standIn = path.join(recipeDirectory, 'subprojects', wrap);
    cpSync(standIn, path.join(sources, 'subprojects', directory), { recursive: true });
  }

  // Debian 12 has meson 1.0.1, and nothing in the build files asks for more.
  edit(path.join(sources, 'meson.build'), /meson_version: '>= [\d.]+'/, "meson_version: '>= 1.0.0'");
  // The BIO callback gets BIO_CB_RETURN together with the operation's own bit, and this comparison then
  // answers 1 to every control call. An OpenSSL with kernel TLS, like Debian's, takes that 1 for "kernel
  // TLS is on", allocates no write buffer and crashes on the first DTLS write.
  edit(
    path.join(sources, 'src/RTC/DtlsTransport.cpp'),
    '(operationType == BIO_CB_RETURN) ?',
    '((operationType & BIO_CB_RETURN) != 0) ?',
  );
  writeFileSync(prepared, '');
  return sources;
}

async function compile(sources: string, { workshop, report, signal }: Bring): Promise<string> {
  const build = path.join(workshop, 'build');
  report({
    at: 'step',
    text: 'Building the mediasoup worker from its sources',
    usually: '4 to 8 minutes, once',
  });
  if (!existsSync(path.join(build, 'build.ninja'))) {
    const options = ['--buildtype', 'release', '-Db_ndebug=true', '--wrap-mode=nodownload'];
    await runCommand('meson', ['setup', ...options, build, sources], { signal, timeoutMs: 10 * 60_000 });
  }
  await runCommand('ninja', ['-C', build, '-j', String(compilers()), 'mediasoup-worker'], {
    signal,
    timeoutMs: 120 * 60_000,
    onLine: (line) => {
      const progress = ninjaProgress(line);
      if (progress) report({ at: 'progress', ...progress });
      return progress !== undefined;
    },
  });
  return path.join(build, 'mediasoup-worker');
}

/** A compiler takes up to 1 GB here: more of them than fit would have the machine swap, or kill one. */
function compilers(): number {
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor(os.totalmem() / 1e9)));
}

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) {
    const message = `${path.basename(file)} of this mediasoup version is not what the build recipe expects: look at packages/mediasoup-worker/src/source-build.ts.`;
    throw new SetupError('build_failed', message);
  }
  writeFileSync(file, after);
}

function buildFailed(cause: CommandError): SetupError {
  const message = `The mediasoup worker could not be built, ${cause.message}:\n\n${cause.tail}\n\nIf memory or disk space ran out, free some and start again; it begins afresh. Or set MEDIASOUP_WORKER_BIN to a worker built elsewhere.`;
  return new SetupError('build_failed', message, { cause });
}
