import { describe, expect, test } from '@jest/globals';
import { OperatorClient } from './operator-client.ts';
import { problemOf } from './operator-problem.ts';

const token = 'a-token-of-some-length';

/** A client whose server gives one answer; `null` is one that is not there. */
function asking(answer: Response | null, spoken = token) {
  const asked: { url: string; init: RequestInit }[] = [];
  const client = new OperatorClient({
    token: spoken,
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init });
      if (!answer) throw new TypeError('Failed to fetch');
      return answer;
    },
  });
  return { client, asked };
}

function refused(status: number, error = 'internal'): Response {
  return Response.json({ error, message: 'No.', retryable: false }, { status });
}

test('the token goes in a header, never in an address', async () => {
  const { client, asked } = asking(Response.json({ rooms: [], total: 0 }));
  await client.rooms('tea & cake', undefined);
  const [{ url, init } = { url: '', init: {} }] = asked;
  expect(url).toBe('/api/operator/rooms?q=tea+%26+cake');
  expect(init.headers).toMatchObject({ authorization: `Bearer ${token}` });
});

describe('what went wrong', () => {
  test.each([
    [refused(401, 'token_rejected'), 'rejected'],
    [refused(404, 'not_found'), 'absent'],
    [new Response('<html>', { status: 404 }), 'absent'],
    [refused(429, 'rate_limited'), 'tooMany'],
    [refused(503, 'storage_failed'), 'unkept'],
    [refused(503, 'server_stopping'), 'away'],
    [new Response('Bad gateway', { status: 502 }), 'away'],
    [refused(500), 'failed'],
    [Response.json({ rooms: 'many' }), 'failed'],
    [null, 'away'],
  ])('%#', async (answer, problem) => {
    const { client } = asking(answer);
    expect(await client.overview().catch(problemOf)).toBe(problem);
  });

  test('what an act is about may be gone, on a server that has the page', async () => {
    const { client } = asking(refused(404, 'not_found'));
    expect(await client.lift('x').catch(problemOf)).toBe('gone');
  });

  test('a token that no header can carry is wrong, and is not sent', async () => {
    const { client, asked } = asking(null, 'pässwört');
    expect(await client.overview().catch(problemOf)).toBe('rejected');
    expect(asked).toEqual([]);
  });
});
