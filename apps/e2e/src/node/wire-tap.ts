import { type Address, Relay } from '@earshot/bench/relay';
import { unmasked } from './unmasked.ts';

/** Bytes of each direction that are kept; a test that sends more has lost its way. */
const maxFlowBytes = 64 * 1_024 * 1_024;

/**
 * A wire to a server with somebody on it. The masks that WebSocket lays over what a client sends (RFC 6455,
 * section 5.3) are taken off; they are no secret.
 */
export class WireTap implements AsyncDisposable {
  readonly #flows = new Map<string, Buffer[]>();
  #bytes = 0;
  #relay: Relay | undefined;

  /** @param options.deaf all datagrams get lost, so that data takes the WebSocket, where it can be read */
  static async open({ target, deaf }: { target: Address; deaf: boolean }): Promise<WireTap> {
    const wire = new WireTap();
    const path = { delayMs: 0, loss: deaf ? 1 : 0 };
    wire.#relay = await Relay.open({ target, path, tap: (bytes, flow) => wire.#add(flow, bytes) });
    return wire;
  }

  get address(): Address {
    if (!this.#relay) throw new Error('the wire is cut');
    return this.#relay.address;
  }

  get origin(): string {
    return `http://${this.address.host}:${this.address.port}`;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Which of these passed, in either direction. */
  found<Name extends string>(wanted: Readonly<Record<Name, string | Uint8Array>>): Name[] {
    const passed = [...this.#flows].map(([flow, parts]) => {
      const bytes = Buffer.concat(parts);
      return /^tcp \d+ up$/.test(flow) ? unmasked(bytes) : bytes;
    });
    const names = Object.keys(wanted) as Name[];
    return names.filter((name) =>
      passed.some((bytes) => bytes.includes(Buffer.from(wanted[name] as Uint8Array))),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#relay?.[Symbol.asyncDispose]();
  }

  #add(flow: string, bytes: Buffer): void {
    this.#bytes += bytes.length;
    if (this.#bytes > maxFlowBytes) throw new Error('more passes than can be kept');
    const parts = this.#flows.get(flow) ?? [];
    // A relay may use its buffer again.
    parts.push(Buffer.from(bytes));
    this.#flows.set(flow, parts);
  }
}
