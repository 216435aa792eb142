import type { TestServer } from './test-server.ts';

export const operatorToken = 'a-token-of-the-operator';

/** The operator, with the token or a wrong one, from an address. */
export class Operator {
  readonly #server: TestServer;
  readonly #token: string;
  readonly #from: string;

  constructor(server: TestServer, { token = operatorToken, from = '192.0.2.1' } = {}) {
    this.#server = server;
    this.#token = token;
    this.#from = from;
  }

  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.#server.fetch(`/api/operator${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'x-forwarded-for': this.#from,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** What is answered where all goes well. */
  async read<T>(path: string): Promise<T> {
    const answer = await this.ask('GET', path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** @returns what is answered, or undefined where that is nothing */
  async act<T = undefined>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const answer = await this.ask(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  /** The status, the error's name, and its detail where there is one. */
  async refused(method: string, path: string, body?: unknown): Promise<(number | string)[]> {
    const answer = await this.ask(method, path, body);
    const { error, detail } = (await answer.json()) as { error: string; detail?: string };
    return detail === undefined ? [answer.status, error] : [answer.status, error, detail];
  }
}
