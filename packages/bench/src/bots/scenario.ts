import { RpcError } from '@earshot/protocol';
import { percentile } from '../percentile.ts';
import type { Scenario } from '../scenario.ts';
import { ServerProcess } from '../server-process.ts';
import { flood } from './flood.ts';
import { Visitor } from './visitor.ts';

const defaultRuns = 100;
const joiners = 200;
const roomMakers = 500;
const writers = 20;
const messagesPerSecond = 1_000;
/** Where each kind of bot comes from: one address each. */
const from = { joiners: '203.0.113.1', roomMakers: '203.0.113.2', writers: '203.0.113.3' };

type Outcomes = Record<string, number>;

export const bots: Scenario = {
  summary: 'how long honest people take to join while bots join, make rooms and write',

  async run({ runs = defaultRuns, signal, note }) {
    await using stack = new AsyncDisposableStack();
    const environment = { TRUSTED_PROXIES: '127.0.0.1' };
    const server = stack.use(await ServerProcess.start({ signal, environment }));
    const open: Visitor[] = [];
    stack.defer(() => {
      for (const visitor of open) visitor.close();
    });
    let people = 0;

    /** Somebody from an address of their own comes, is in, and goes. */
    async function honestJoin(): Promise<number> {
      people += 1;
      const beganAtMs = performance.now();
      const visitor = await Visitor.from(`198.51.${people >> 8}.${people & 0xff}`, server.url);
      await visitor.join(`tea-${people % 10}`, { works: true });
      const tookMs = performance.now() - beganAtMs;
      visitor.close();
      return tookMs;
    }

    async function honestJoins(): Promise<{ p50: number; p99: number }> {
      const times: number[] = [];
      while (times.length < runs) {
        signal.throwIfAborted();
        times.push(Math.round(await honestJoin()));
      }
      return { p50: percentile(times, 50), p99: percentile(times, 99) };
    }

    async function bot(address: string, room: string, works: boolean): Promise<string> {
      try {
        const visitor = await Visitor.from(address, server.url);
        open.push(visitor);
        await visitor.join(room, { works });
        return 'served';
      } catch (error) {
        return error instanceof RpcError ? error.error : 'connection_refused';
      }
    }

    note('Honest people alone …');
    const quietMs = await honestJoins();

    note(
      `${writers} bots write ${messagesPerSecond} messages a second, ${joiners} join, ${roomMakers} make rooms …`,
    );
    const floods: ReturnType<typeof flood>[] = [];
    for (let i = 0; i < writers; i++) {
      const writer = await Visitor.from(from.writers, server.url);
      open.push(writer);
      await writer.join('flooded', { works: true });
      floods.push(flood(writer, { perSecond: messagesPerSecond / writers, tag: `bot${i}` }));
    }
    const attack = Promise.all([
      all(joiners, () => bot(from.joiners, 'crowded', false)),
      all(roomMakers, (index) => bot(from.roomMakers, `spam-${index}`, false)),
    ]);
    const underAttackMs = await honestJoins();
    const [joins, rooms] = await attack;
    const sent = floods.reduce((sum, each) => sum + each.end(), 0);
    const reader = await Visitor.from('198.51.100.254', server.url);
    open.push(reader);
    await reader.join('flooded', { works: true });
    const { messages } = await reader.request('chatHistory', {});
    const relayed = messages.at(-1)?.sequence ?? 0;

    const figures = { quietMs, underAttackMs, runs, joins, rooms, messages: { sent, relayed } };
    return {
      figures,
      lines: [
        `honest joins: p50 ${quietMs.p50} ms, p99 ${quietMs.p99} ms alone; p50 ${underAttackMs.p50} ms, p99 ${underAttackMs.p99} ms under attack; ${runs} each`,
        `${joiners} joins from one address: ${inWords(joins)}`,
        `${roomMakers} rooms from one address: ${inWords(rooms)}`,
        `${sent} messages from one address: ${relayed} relayed`,
      ],
    };
  },
};

/** All at once, and how often each outcome was. */
async function all(count: number, run: (index: number) => Promise<string>): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  for (const outcome of await Promise.all(Array.from({ length: count }, (_, index) => run(index)))) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}

function inWords(outcomes: Outcomes): string {
  return Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}
