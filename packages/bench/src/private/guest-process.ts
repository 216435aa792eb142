import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Ask, Asked, GuestsAt } from './rekey-asks.ts';

interface Open {
  resolve(answered: unknown): void;
  reject(error: Error): void;
}

/** Guests of one room in a process of their own, as each of them would have one. */
export class GuestProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, Open>();
  #asked = 0;

  constructor(at: GuestsAt) {
    this.#child = fork(new URL('./rekey-guests.ts', import.meta.url), [JSON.stringify(at)], {
      serialization: 'advanced',
    });
    this.#child.on('message', (message) => {
      const { number, answered, failed } = message as { number: number; answered: unknown; failed?: string };
      const open = this.#open.get(number);
      this.#open.delete(number);
      if (failed === undefined) open?.resolve(answered);
      else open?.reject(new Error(failed));
    });
    this.#child.once('exit', (code) => {
      for (const { reject } of this.#open.values()) reject(new Error(`the guests ended with code ${code}`));
      this.#open.clear();
    });
  }

  /** @throws Error what went wrong there */
  ask<Do extends Ask['do']>(ask: Extract<Ask, { do: Do }>): Promise<Asked[Do]> {
    this.#asked += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#open.set(this.#asked, { resolve, reject });
    this.#child.send({ number: this.#asked, ask });
    return promise as Promise<Asked[Do]>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
