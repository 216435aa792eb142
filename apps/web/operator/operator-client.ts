import {
  HttpProblem,
  OperatorBan,
  OperatorBans,
  type OperatorClosing,
  type OperatorNewBan,
  OperatorOverview,
  OperatorReports,
  OperatorRooms,
  type OperatorSwitches,
} from '@earshot/protocol';
import { OperatorError, type OperatorProblem } from './operator-problem.ts';

const answerWithinMs = 15_000;

interface Question {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

interface OperatorClientOptions {
  token: string;
  /** The browser's own when left out. */
  fetch?: typeof fetch;
}

/** Asks `/api/operator`. Whatever goes wrong is an `OperatorError`. */
export class OperatorClient {
  readonly #token: string;
  readonly #fetch: typeof fetch;

  constructor({ token, fetch: ask = (...call) => fetch(...call) }: OperatorClientOptions) {
    this.#token = token;
    this.#fetch = ask;
  }

  async overview(): Promise<OperatorOverview> {
    return read(OperatorOverview, await this.#ask(''));
  }

  /** @param before the id of the report that the page before ended with */
  async reports(before: string | undefined): Promise<OperatorReports> {
    return read(OperatorReports, await this.#ask(`/reports${query({ before })}`));
  }

  async closeReport(id: string, outcome: string): Promise<void> {
    await this.#ask(`/reports/${encodeURIComponent(id)}/close`, { method: 'POST', body: { outcome } });
  }

  async reopenReport(id: string): Promise<void> {
    await this.#ask(`/reports/${encodeURIComponent(id)}/reopen`, { method: 'POST' });
  }

  /** @param after the `next` of the page before */
  async rooms(q: string, after: string | undefined): Promise<OperatorRooms> {
    return read(OperatorRooms, await this.#ask(`/rooms${query({ q, after })}`));
  }

  async closeRoom(closing: OperatorClosing): Promise<void> {
    await this.#ask('/rooms/close', { method: 'POST', body: closing });
  }

  async bans(): Promise<OperatorBans> {
    return read(OperatorBans, await this.#ask('/bans'));
  }

  async ban(ban: OperatorNewBan): Promise<OperatorBan> {
    return read(OperatorBan, await this.#ask('/bans', { method: 'POST', body: ban }));
  }

  async lift(id: string): Promise<void> {
    await this.#ask(`/bans/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  async setSwitches(switches: OperatorSwitches): Promise<void> {
    await this.#ask('/switches', { method: 'PUT', body: switches });
  }

  async setWords(words: readonly string[]): Promise<void> {
    await this.#ask('/words', { method: 'PUT', body: { words } });
  }

  async #ask(path: string, { method = 'GET', body }: Question = {}): Promise<unknown> {
    // What no header can carry is no token; asked with it, the browser would not even set out.
    if (!/^[\x21-\x7e]+$/.test(this.#token)) throw new OperatorError('rejected');
    let answer: Response;
    let text: string;
    try {
      answer = await this.#fetch(`/api/operator${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      text = await answer.text();
    } catch (cause) {
      throw new OperatorError('away', { cause });
    }
    if (answer.ok) return parsed(text);
    const { data } = HttpProblem.safeParse(parsed(text));
    throw new OperatorError(problemBehind(answer.status, data?.error, path === ''));
  }
}

function problemBehind(status: number, error: string | undefined, overview: boolean): OperatorProblem {
  if (error === 'storage_failed') return 'unkept';
  if (status === 401 || status === 403) return 'rejected';
  // A server without a token answers so to everything.
  if (status === 404) return overview ? 'absent' : 'gone';
  if (status === 429) return 'tooMany';
  if (status === 400 || status === 413 || status === 422) return 'invalid';
  return status === 502 || status === 503 || status === 504 ? 'away' : 'failed';
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<Answer>(schema: { parse(value: unknown): Answer }, value: unknown): Answer {
  try {
    return schema.parse(value);
  } catch (cause) {
    throw new OperatorError('failed', { cause });
  }
}
