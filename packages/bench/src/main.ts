import { constants } from 'node:os';
import { readCommand } from './command-line.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

/** Somebody wants an end. */
class Stopped extends Error {
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}.`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2), scenarios.keys());
  if ('help' in command) {
    console.log(usage());
    return 0;
  }
  if ('problem' in command) {
    console.error(`${command.problem}\n\n${usage()}`);
    return 2;
  }
  const { signal } = stopController();
  try {
    const { figures, lines } = await (scenarios.get(command.scenario) as Scenario).run({
      runs: command.runs,
      signal,
      note: (text) => console.error(text),
    });
    if (!command.json) console.log(`\n${lines.join('\n')}\n`);
    console.log(JSON.stringify({ scenario: command.scenario, ...figures }));
    return 0;
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    console.error(why instanceof Stopped ? why.message : why);
    return why instanceof Stopped ? why.exitCode : 1;
  }
}

function stopController(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stop.abort(new Stopped(name)));
  }
  // That is a bug, but what was started is ended all the same.
  process.on('uncaughtException', (error) => stop.abort(error));
  return stop;
}

function usage(): string {
  const list = [...scenarios].map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`);
  return `npm run bench -- <scenario> [--json] [--runs <number>]\n\n${list.join('\n')}`;
}

const exitCode = await main();
// Node would wait for the threads of the WebRTC library; what was printed may still be on its way.
process.stdout.write('', () => process.exit(exitCode));
