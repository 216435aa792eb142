import { createHash } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';
import { Ledger } from '../ledger.ts';
import type { Party } from '../party.ts';

const link = /(?:https?:\/\/|www\.)\S/gi;
/** Whoever says "yes" three times has not flooded anybody. */
const worthCountingLetters = 12;

/**
 * Holds back what is sent again and again, and floods of links, over all rooms: by key, and with more patience
 * by address prefix, behind which many people may be. Keeps short hashes only, as many as a ledger keeps.
 */
export class TextWatch {
  readonly #texts: { readonly key: Ledger; readonly prefix: Ledger };
  readonly #links: { readonly key: Ledger; readonly prefix: Ledger };

  constructor({ clock }: { clock: Clock }) {
    const ledger = (most: () => number, perSecond: () => number) =>
      new Ledger({ clock, budget: () => ({ free: most(), most: most(), perSecond: perSecond() }) });
    const texts = () => limits.sameTextsPerSecond;
    const links = () => limits.linksPerSecond;
    this.#texts = {
      key: ledger(() => limits.sameTextsPerKey, texts),
      prefix: ledger(
        () => limits.sameTextsPerPrefix,
        () => texts() * patience,
      ),
    };
    this.#links = {
      key: ledger(() => limits.linksPerKey, links),
      prefix: ledger(
        () => limits.linksPerPrefix,
        () => links() * patience,
      ),
    };
  }

  /** @throws RpcError `held`, with why as its detail */
  check({ prefix, key }: Party, text: string): void {
    const links = text.match(link)?.length ?? 0;
    if (links > limits.linksPerMessage) throw held('links');
    const hash = hashOf(text);
    const asKey = key && { text: `${hash}${key}`, link: key };
    if (hash && this.#texts.prefix.waitMs(`${hash}${prefix}`) > 0) throw held('repeated');
    if (hash && asKey && this.#texts.key.waitMs(asKey.text) > 0) throw held('repeated');
    if (links > 0 && this.#links.prefix.waitMs(prefix) > 0) throw held('links');
    if (links > 0 && asKey && this.#links.key.waitMs(asKey.link) > 0) throw held('links');
    if (hash) this.#texts.prefix.charge(`${hash}${prefix}`);
    if (hash && asKey) this.#texts.key.charge(asKey.text);
    if (links === 0) return;
    this.#links.prefix.charge(prefix, links);
    if (asKey) this.#links.key.charge(asKey.link, links);
  }
}

/** How much faster a prefix is forgiven than a key. */
const patience = 10;

function held(why: 'repeated' | 'links'): RpcError {
  return new RpcError('held', { detail: why });
}

/** The same for texts that differ in nothing but capitals, spaces, digits, signs and emoji; empty for short ones. */
function hashOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
  if (letters.length < worthCountingLetters) return '';
  return createHash('sha256').update(letters).digest('base64url').slice(0, 16);
}
