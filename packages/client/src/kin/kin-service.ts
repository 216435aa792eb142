import { type ErrorName, errors, RpcError } from '@earshot/protocol';

interface Asking {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** The HTTP routes of a server, where `server` is its address, such as `https://talk.example`. */
export class KinService {
  readonly #server: string;

  constructor(server: string) {
    this.#server = server;
  }

  /** As the server knows itself: host, and port where it is not the scheme's own. */
  get host(): string {
    return new URL(this.#server).host;
  }

  /**
   * @returns what the answer holds; undefined where it is empty
   * @throws RpcError as the server says it, `connection_lost` where it cannot be reached; the signal's reason
   */
  async ask(path: string, { method = 'GET', body, signal }: Asking = {}): Promise<unknown> {
    const answer = await this.#fetch(path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      ...(signal && { signal }),
    });
    if (answer.status === 204) return undefined;
    const content: unknown = await answer.json().catch(() => ({}));
    if (answer.ok) return content;
    const { error, detail } = content as { error?: string; detail?: string };
    const name = error !== undefined && Object.hasOwn(errors, error) ? (error as ErrorName) : 'internal';
    throw new RpcError(name, { detail });
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.#server), { ...init, cache: 'no-store' });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new RpcError('connection_lost', { cause });
    }
  }
}
