import { runQuietly } from './command.mjs';

export const buildWebCommand = ['turbo', 'run', 'build', '--filter=@earshot/web', '--env-mode=loose'];

/**
 * Builds the web pages; turbo leaves them alone where nothing they are made of has changed.
 * @param {import('./enter.mjs').Script} script
 */
export async function buildWeb({ steps, signal, env }) {
  await steps.run({ text: 'Building the web pages', usually: '20 seconds' }, () =>
    runQuietly(buildWebCommand, {
      signal,
      timeoutMs: 10 * 60_000,
      env,
      advice: 'That is an error in apps/web or in a package it uses; npm run build shows it whole.',
    }),
  );
}
