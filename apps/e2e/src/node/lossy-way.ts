import { detour } from '@earshot/bench/detour';
import { type Address, Relay } from '@earshot/bench/relay';
import type { Engine } from '@earshot/client';
import type { Robot } from './robot.ts';

/** A way for media on which packets get lost, through a relay on this machine. */
export class LossyWay {
  readonly #from: Address;
  readonly #relay: Relay;

  private constructor(from: Address, relay: Relay) {
    this.#from = from;
    this.#relay = relay;
  }

  /** Leads to the media port that another robot of the same room has found. */
  static async open({ loss, robot }: { loss: number; robot: Robot }): Promise<LossyWay> {
    await robot.waitFor(({ media }) => media === 'connected');
    const { send, recv } = await robot.room.getStats();
    let port: number | undefined;
    (send ?? recv)?.forEach((entry: { type: string; port?: number }) => {
      if (entry.type === 'remote-candidate') port ??= entry.port;
    });
    if (port === undefined) throw new Error('the other robot has no way to the server');
    const from = { host: '127.0.0.1', port };
    return new LossyWay(from, await Relay.open({ target: from, path: { delayMs: 0, loss, seed: 7 } }));
  }

  engine(engine: Engine): Engine {
    return detour(engine, { from: this.#from, to: this.#relay.address });
  }

  async close(): Promise<void> {
    await this.#relay[Symbol.asyncDispose]();
  }
}
