import { type Certificate, chainLinks, fit, linkLetters, RpcError } from '@earshot/protocol';
import { KinService } from './kin-service.ts';
import { type LetterSlot, LinkSecret } from './link-secret.ts';

/** A new device that wants to be linked. */
export interface LinkQuestion {
  readonly key: string;
  /** What it calls itself. */
  readonly name: string;
  /** What both show their people. */
  readonly words: readonly string[];
}

/** A letter for the other device, over the server, which cannot read it. */
class Box {
  readonly secret: LinkSecret;
  readonly #service: KinService;

  constructor(server: string, secret: LinkSecret) {
    this.#service = new KinService(server);
    this.secret = secret;
  }

  async open(): Promise<void> {
    await this.#service.ask(this.#path, { method: 'PUT' });
  }

  async leave(slot: LetterSlot, letter: unknown): Promise<void> {
    const sealed = await this.secret.seal(slot, letter);
    await this.#service.ask(`${this.#path}/${slot}`, { method: 'PUT', body: { sealed } });
  }

  /** Waits for what the other device leaves there. */
  async take(slot: LetterSlot, signal: AbortSignal | undefined): Promise<unknown> {
    for (;;) {
      const found = await this.#service.ask(`${this.#path}/${slot}`, { signal });
      if (found !== undefined) return this.secret.open(slot, (found as { sealed: string }).sealed);
    }
  }

  async remove(): Promise<void> {
    await this.#service.ask(this.#path, { method: 'DELETE' }).catch(() => {});
  }

  get #path(): string {
    return `/api/link/${this.secret.box}`;
  }
}

/** The side of the device that is linked already. */
export class LinkOffer {
  /** Behind the `#` of the link that the new device opens. */
  readonly secret: string;
  readonly #box: Box;

  private constructor(box: Box) {
    this.#box = box;
    this.secret = box.secret.text;
  }

  /** @throws RpcError `server_full`, `rate_limited`, `connection_lost` */
  static async open(server: string): Promise<LinkOffer> {
    const box = new Box(server, await LinkSecret.make());
    await box.open();
    return new LinkOffer(box);
  }

  /**
   * Waits for the new device.
   * @throws RpcError `not_found` once the link's time is over, `connection_lost`; the signal's reason
   */
  async question(signal?: AbortSignal): Promise<LinkQuestion> {
    const letter = await this.#box.take('ask', signal);
    const { key, name } = fit(linkLetters.ask, letter, 'malformed_data');
    return { key, name, words: await this.#box.secret.words(key) };
  }

  /** @param certificates those that lead to the new device's key; left out: a refusal */
  async reply(certificates?: readonly Certificate[]): Promise<void> {
    await this.#box.leave('reply', { ...(certificates && { certificates }) });
  }

  /** Nobody can use the link any more. Never rejects. */
  close(): Promise<void> {
    return this.#box.remove();
  }
}

/** The side of the new device. */
export class LinkVisit {
  /** What both show their people. */
  readonly words: readonly string[];
  readonly #box: Box;
  readonly #key: string;

  private constructor(parts: { box: Box; key: string; words: readonly string[] }) {
    this.#box = parts.box;
    this.#key = parts.key;
    this.words = parts.words;
  }

  /**
   * Asks to be linked.
   * @param secret what stands behind the `#`
   * @throws RpcError `not_found` where the link's time is over, or there never was such a link; `wrong_state`
   * where another device came first; `connection_lost`, `rate_limited`
   */
  static async ask(
    secret: string,
    { server, ...question }: { server: string; key: string; name: string },
  ): Promise<LinkVisit> {
    const read = await LinkSecret.read(secret);
    if (!read) throw new RpcError('not_found');
    const box = new Box(server, read);
    const words = await read.words(question.key);
    await box.leave('ask', question);
    return new LinkVisit({ box, key: question.key, words });
  }

  /**
   * Waits for the answer.
   * @returns the certificates for this device's key; undefined: it was refused
   * @throws RpcError `not_found` once the link's time is over, `connection_lost`; the signal's reason
   */
  async reply(signal?: AbortSignal): Promise<readonly Certificate[] | undefined> {
    const letter = await this.#box.take('reply', signal);
    const { certificates } = fit(linkLetters.reply, letter, 'malformed_data');
    if (certificates && !chainLinks(certificates, this.#key)) return undefined;
    return certificates;
  }
}
