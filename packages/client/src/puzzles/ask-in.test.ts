import { type JoinParams, type Puzzle, PuzzleWork, RpcError } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import { newIdentity } from '../identity/key-pair-identity.ts';
import { joinRoom } from '../join-room.ts';
import { nodeEngine } from '../node/node-engine.ts';
import { sha256 } from '../testing/sha256.ts';
import { joinResult, StandInServer } from '../testing/stand-in-server.ts';

let server: StandInServer | undefined;
afterEach(() => server?.close());

const easy: Puzzle = { challenge: 'join.a-challenge-of-letters', bits: 8 };

function options() {
  return { server: server?.url ?? '', room: 'lobby', name: 'Ada', engine: nodeEngine() };
}

/** A server that lets nobody in who has not solved `easy`, and what it was asked. */
async function demanding(hello: { nonce?: string; puzzle?: Puzzle } = {}): Promise<JoinParams[]> {
  const asked: JoinParams[] = [];
  server = await StandInServer.open(
    {
      join: (params) => {
        asked.push(params);
        const { solution } = params;
        const done =
          solution && new PuzzleWork(solution.challenge, sha256).zeroBits(solution.answer) >= easy.bits;
        if (!done) throw new RpcError('puzzle_required', { puzzle: easy });
        return joinResult();
      },
      leave: () => ({}),
    },
    hello,
  );
  return asked;
}

test('does the work that a busy server asks for, and joins with the same proof', async () => {
  const asked = await demanding({ nonce: 'a-nonce' });
  const progress: (number | undefined)[] = [];
  const room = await joinRoom({
    ...options(),
    identity: newIdentity(),
    onPuzzle: (share) => progress.push(share),
  });
  expect(room.snapshot.status).toEqual({ at: 'joined' });
  expect(asked).toHaveLength(2);
  expect(asked[1]?.identity).toEqual(asked[0]?.identity);
  expect([progress[0], progress.at(-1)]).toEqual([0, undefined]);
  await room.leave();
});

test('where hello brings the puzzle, one request is enough', async () => {
  const asked = await demanding({ nonce: 'a-nonce', puzzle: easy });
  // Whoever proves a key has waited for hello.
  const room = await joinRoom({ ...options(), identity: newIdentity() });
  expect(asked).toHaveLength(1);
  await room.leave();
});

test('a server that is never satisfied is given up', async () => {
  const asked: JoinParams[] = [];
  server = await StandInServer.open({
    join: (params) => {
      asked.push(params);
      throw new RpcError('puzzle_required', { puzzle: easy });
    },
  });
  await expect(joinRoom(options())).rejects.toMatchObject({ error: 'puzzle_required' });
  expect(asked.length).toBeLessThan(10);
});

test.each(['the person', 'the server'])('%s can end it while the work is under way', async (who) => {
  server = await StandInServer.open({
    join: () => {
      throw new RpcError('puzzle_required', { puzzle: { ...easy, bits: 32 } });
    },
  });
  const attempt = new AbortController();
  const joining = joinRoom({
    ...options(),
    signal: attempt.signal,
    onPuzzle: (share) => {
      if (!share) return;
      if (who === 'the person') attempt.abort(new Error('changed my mind'));
      else server?.visitors[0]?.socket.terminate();
    },
  });
  await expect(joining).rejects.toThrow(
    who === 'the person' ? 'changed my mind' : 'The connection was lost.',
  );
});
