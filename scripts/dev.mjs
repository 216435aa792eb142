import { enter } from './enter.mjs';
import { Problem } from './problem.mjs';
import { Processes } from './processes.mjs';
import { prepareWorker } from './worker.mjs';

await enter(async (script) => {
  await prepareWorker(script);
  const port = Number(script.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Problem(
      `PORT is "${script.env.PORT}"; it must be a number from 1 to 65534, the pages take the next.`,
    );
  }
  const pagesPort = port + 1;
  const origins = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${pagesPort}`);
  const host = script.env.HOST ? ['--hostname', script.env.HOST] : [];
  console.log(
    `\n  Pages that reload: http://localhost:${pagesPort}, once they say Ready. Ctrl+C stops both.\n`,
  );

  const processes = new Processes({ stream: process.stdout, signal: script.signal });
  processes.start('server', [script.node, '--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
    ...script.env,
    PORT: String(port),
    ALLOWED_ORIGINS: [script.env.ALLOWED_ORIGINS, ...origins].filter(Boolean).join(','),
  });
  processes.start('pages', ['next', 'dev', 'apps/web', '--port', String(pagesPort), ...host], {
    ...script.env,
    NEXT_PUBLIC_SERVER: `http://localhost:${port}`,
  });
  const exitCode = await processes.ended();
  return script.signal.aborted ? 0 : exitCode;
});
