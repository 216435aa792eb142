import { parseArgs } from 'node:util';

export type Command =
  | { readonly help: true }
  | { readonly scenario: string; readonly json: boolean; readonly runs: number | undefined }
  | { readonly problem: string };

/** @param known the scenarios' names */
export function readCommand(args: readonly string[], known: Iterable<string>): Command {
  const names = [...known];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        runs: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { help: true };
    const [scenario, ...rest] = positionals;
    if (scenario === undefined) return { problem: 'Name a scenario.' };
    if (!names.includes(scenario)) return { problem: `There is no scenario "${scenario}".` };
    if (rest.length > 0) return { problem: `One scenario at a time: what is "${rest.join(' ')}"?` };
    if (values.runs !== undefined && !/^[1-9]\d{0,3}$/.test(values.runs)) {
      return { problem: `--runs must be a number from 1 to 9999; it is "${values.runs}".` };
    }
    return { scenario, json: values.json, runs: values.runs === undefined ? undefined : Number(values.runs) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
