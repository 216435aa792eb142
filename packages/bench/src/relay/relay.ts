import { Datagrams } from './datagrams.ts';
import type { Address, Path, Tap } from './path.ts';
import { Streams } from './streams.ts';

export type { Address, Path, Tap } from './path.ts';

/** A port number can be free for TCP and taken for UDP. */
const maxTries = 20;

/**
 * A long way round on this machine: one port, UDP and TCP, that leads to a target over a path of known
 * delay and loss.
 */
export class Relay implements AsyncDisposable {
  readonly target: Address;
  readonly #streams: Streams;
  readonly #datagrams: Datagrams;

  private constructor(target: Address, streams: Streams, datagrams: Datagrams) {
    this.target = target;
    this.#streams = streams;
    this.#datagrams = datagrams;
  }

  static async open({
    target,
    path,
    tap = () => {},
  }: {
    target: Address;
    path: Path;
    tap?: Tap;
  }): Promise<Relay> {
    for (let tries = 1; ; tries += 1) {
      const streams = await Streams.open({ target, path, tap });
      try {
        return new Relay(target, streams, await Datagrams.open({ port: streams.port, target, path, tap }));
      } catch (error) {
        await streams.close();
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === maxTries) throw error;
      }
    }
  }

  /** Where clients reach it. */
  get address(): Address {
    return { host: '127.0.0.1', port: this.#streams.port };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#datagrams.close();
    await this.#streams.close();
  }
}
