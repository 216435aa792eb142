import { expect, test } from '@jest/globals';
import { OperatorError } from './operator-problem.ts';
import { Roll } from './roll.ts';
import type { Page } from './steady-list.ts';

/** A list of letters, two on a page, whose server answers when the test says so. */
function reading(letters: string) {
  const server = { letters, broken: false };
  const asked: (string | undefined)[] = [];
  let hold: Promise<void> | undefined;
  let release = () => {};
  const roll = new Roll<string>({
    idOf: (item) => item,
    page: async (after): Promise<Page<string>> => {
      asked.push(after);
      await hold;
      if (server.broken) throw new OperatorError('away');
      const from = after === undefined ? 0 : server.letters.indexOf(after) + 1;
      const items = [...server.letters.slice(from, from + 2)];
      return { items, next: from + 2 < server.letters.length ? items.at(-1) : undefined };
    },
  });
  const shown = () => {
    const sight = roll.sight();
    return sight.at === 'there' ? sight.list.lines.map(({ item }) => item).join('') : sight.at;
  };
  return {
    roll,
    server,
    asked,
    shown,
    holdBack: () => {
      hold = new Promise((resolve) => {
        release = resolve;
      });
    },
    letGo: () => {
      hold = undefined;
      release();
    },
  };
}

test('is read again as far down as it was asked for', async () => {
  const { roll, server, shown, asked } = reading('abcde');
  await roll.refresh();
  await roll.more();
  expect(shown()).toBe('abcd');
  asked.length = 0;
  server.letters = 'abxcde';
  await roll.refresh();
  expect(asked).toEqual([undefined, 'b']);
  expect(shown()).toBe('abcd');
  expect(roll.sight()).toMatchObject({ waiting: 1 });
  roll.settle();
  expect(shown()).toBe('abxc');
});

test('a server that is away leaves what is shown, and says so where nothing is', async () => {
  const { roll, server, shown } = reading('ab');
  server.broken = true;
  await expect(roll.refresh()).rejects.toThrow(OperatorError);
  expect(roll.sight()).toEqual({ at: 'failed', problem: 'away' });
  server.broken = false;
  await roll.refresh();
  server.broken = true;
  await expect(roll.refresh()).rejects.toThrow(OperatorError);
  expect(shown()).toBe('ab');
});

test('a next page that does not come can be asked for again', async () => {
  const { roll, server, shown } = reading('abc');
  await roll.refresh();
  server.broken = true;
  await roll.more();
  expect(roll.sight()).toMatchObject({ more: 'failed' });
  server.broken = false;
  await roll.more();
  expect(shown()).toBe('abc');
});

test('a quiet reading does not lose the next page that somebody asked for', async () => {
  const { roll, shown, holdBack, letGo } = reading('abc');
  await roll.refresh();
  holdBack();
  const more = roll.more();
  await roll.refresh();
  letGo();
  await more;
  expect(shown()).toBe('abc');
});

test('an answer to what was asked before is not shown', async () => {
  const { roll, server, shown, holdBack, letGo } = reading('ab');
  await roll.refresh();
  holdBack();
  const late = roll.refresh();
  roll.turn();
  letGo();
  await late;
  expect(roll.sight()).toMatchObject({ turning: true });
  server.letters = 'xy';
  await roll.refresh();
  expect(shown()).toBe('xy');
});
