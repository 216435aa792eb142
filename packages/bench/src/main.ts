import { constants } from 'node:os';
import { readCommand } from './command-line.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

process.exitCode = await main();
// Node would wait for the threads of the WebRTC library; the output is waited for.
process.stdout.write('', () => process.exit());

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2), scenarios.keys());
  if ('problem' in command) {
    console.error(`${command.problem}\n\n${usage()}`);
    return 2;
  }
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stop.abort(new Stopped(name)));
  }
  // A bug, but what was started is ended all the same.
  process.on('uncaughtException', (error) => stop.abort(error));
  try {
    const { figures, lines } = await (scenarios.get(command.scenario) as Scenario).run({
      runs: command.runs,
      signal: stop.signal,
      note: (text) => console.error(text),
    });
    if (!command.json) console.log(`\n${lines.join('\n')}\n`);
    console.log(JSON.stringify({ scenario: command.scenario, ...figures }));
    return 0;
  } catch (error) {
    const why = stop.signal.aborted ? stop.signal.reason : error;
    if (!(why instanceof Stopped)) {
      console.error(why);
      return 1;
    }
    console.error(`Stopped by ${why.by}.`);
    return 128 + constants.signals[why.by];
  }
}

/** Somebody wants an end. */
class Stopped extends Error {
  readonly by: NodeJS.Signals;

  constructor(by: NodeJS.Signals) {
    super(`stopped by ${by}`);
    this.by = by;
  }
}

function usage(): string {
  const list = [...scenarios].map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`);
  return `npm run bench -- <scenario> [--json] [--runs <number>]\n\n${list.join('\n')}`;
}
