import { expect, test } from '@jest/globals';
import { OperatorClient } from './operator-client.ts';
import { OperatorDesk } from './operator-desk.ts';
import type { OperatorProblem } from './operator-problem.ts';

/** A desk whose server answers every address as the test says; a number is the status of a refusal. */
function sitting() {
  const asked: string[] = [];
  const lockedOut: OperatorProblem[] = [];
  const overview = {
    switches: { noNewRooms: false, noListing: false },
    words: [],
    rooms: 0,
    people: 0,
    openReports: 0,
    bans: 0,
  };
  const answers: Record<string, unknown> = {
    '': overview,
    '/reports': { reports: [], hasOlder: false },
    '/rooms': { rooms: [], total: 0 },
    '/bans': { bans: [] },
  };
  const client = new OperatorClient({
    token: 'a-token-of-some-length',
    fetch: async (url) => {
      const path = String(url).replace('/api/operator', '');
      asked.push(path);
      const answer = answers[path.split('?')[0] ?? ''];
      return typeof answer === 'number' ? new Response('', { status: answer }) : Response.json(answer);
    },
  });
  const desk = new OperatorDesk({
    client,
    overview,
    section: 'reports',
    onLockedOut: (problem) => lockedOut.push(problem),
  });
  return { desk, asked, answers, overview, lockedOut };
}

test('reads the counts of all sections, and the list of the one that is open', async () => {
  const { desk, asked, answers, overview } = sitting();
  answers[''] = { ...overview, openReports: 3 };
  await desk.refresh();
  expect(asked.splice(0)).toEqual(['', '/reports']);
  expect(desk.snapshot().overview.openReports).toBe(3);
  desk.open('words');
  await desk.refresh();
  expect(new Set(asked)).toEqual(new Set(['']));
});

test('a server that does not answer is said, until it does', async () => {
  const { desk, answers, lockedOut } = sitting();
  answers['/reports'] = 503;
  await desk.refresh();
  expect(desk.snapshot().stale).toBe(true);
  answers['/reports'] = { reports: [], hasOlder: false };
  await desk.refresh();
  expect(desk.snapshot().stale).toBe(false);
  expect(lockedOut).toEqual([]);
});

test('a token that is good for nothing any more ends the stay', async () => {
  const { desk, answers, lockedOut } = sitting();
  answers['/reports'] = 401;
  await desk.refresh();
  expect(lockedOut).toEqual(['rejected']);
});

test('a search asks for what was typed last', async () => {
  const { desk, asked } = sitting();
  desk.open('rooms');
  await desk.refresh();
  asked.length = 0;
  desk.search(' tea ');
  await desk.refresh();
  expect(asked).toContain('/rooms?q=tea');
});

const ban = (id: string) => ({ id, prefix: '203.0.113.7/32', atMs: 0 });

function shownBans(desk: OperatorDesk): string[] {
  const sight = desk.bans.sight();
  return sight.at === 'there' ? sight.list.lines.map(({ item }) => item.id) : [];
}

test('a section that is opened shows everything, in order', async () => {
  const { desk, answers } = sitting();
  answers['/bans'] = { bans: [ban('old')] };
  desk.open('bans');
  await desk.refresh();
  answers['/bans'] = { bans: [ban('new'), ban('old')] };
  await desk.refresh();
  expect(shownBans(desk)).toEqual(['old']);
  desk.open('reports');
  desk.open('bans');
  await desk.refresh();
  expect(shownBans(desk)).toEqual(['new', 'old']);
});

test('a ban that was just added is shown, though others stand there', async () => {
  const { desk, answers } = sitting();
  answers['/bans'] = { bans: [ban('old')] };
  await desk.showBans();
  answers['/bans'] = { bans: [ban('mine'), ban('old')] };
  await desk.showBans();
  expect(shownBans(desk)).toEqual(['mine', 'old']);
});
