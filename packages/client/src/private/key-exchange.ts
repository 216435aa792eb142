import {
  CryptoError,
  comesAfter,
  type HeldKeysEvent,
  heldKeysDueMs,
  importBaseKey,
  type KeyName,
  type MemberCard,
  type OpenedKey,
  openKey,
  ratchetHeldKey,
  readStep,
  stepHeldKeys,
} from '@earshot/crypto';
import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { KeyLetter, MemberId } from '@earshot/protocol';
import type { FrameCrypto } from './encryption-engine.ts';
import { KeyDealer, type OwnPart, type UsedKey } from './key-dealer.ts';
import { type KeyHolder, nameText, newKeyHolder } from './key-holder.ts';

/** A letter is often a little later than the first frame. */
const firstAskAfterMs = 300;
const askAgainAfterMs = 1_000;
/** From then on people are told. */
const tellAfterAsks = 3;
const maxAsks = 5;

export interface KeyExchangeOptions {
  clock: Clock;
  own: OwnPart;
  frames: Pick<FrameCrypto, 'useKey' | 'installKey' | 'dropKey' | 'forget'> | undefined;
  /** Sends one letter to each of them. What gets lost is sent again. */
  post(to: readonly MemberId[], letter: KeyLetter): void;
  /** Runs it after everything else that this exchange is told, and not beside it. */
  run(task: () => Promise<void>): void;
  /** Whether nothing of this member can be opened though their key was asked for. */
  onMissing(id: MemberId, missing: boolean): void;
}

/**
 * Has one's own keys dealt out to everybody else, and takes theirs: the effects around the machine of `held-keys.ts` in
 * `@earshot/crypto`. Its methods are called one after the other, never two at once.
 */
export class KeyExchange {
  readonly #options: KeyExchangeOptions;
  readonly #dealer: KeyDealer;
  readonly #holders = new Map<MemberId, KeyHolder>();
  #cancelTimer: CancelTimer = () => {};
  #closed = false;

  constructor(options: KeyExchangeOptions) {
    this.#options = options;
    this.#dealer = new KeyDealer(options);
  }

  /** Puts the first key to use. */
  begin(): Promise<void> {
    return this.#dealer.begin();
  }

  /** The key in use. @throws TypeError before `begin` */
  get used(): UsedKey {
    return this.#dealer.used;
  }

  /** Resolves when everybody in `to` (null: everybody) can open what is sealed with the key in use. */
  shared(to: readonly MemberId[] | null): Promise<void> {
    return this.#dealer.shared(to);
  }

  /** @returns undefined for a key that is not held */
  keyOf(id: MemberId, name: KeyName): CryptoKey | undefined {
    return this.#holders.get(id)?.keys.get(nameText(name));
  }

  /** Whether a key that is not held may still come: each comes after the one before, and none comes back. */
  mayCome(id: MemberId, name: KeyName): boolean {
    const newest = this.#holders.get(id)?.held.held.at(-1)?.key;
    return !newest || comesAfter(newest, name);
  }

  /** Their card was verified: they are new, or came back, or proved another password. */
  async joined(id: MemberId, card: MemberCard): Promise<void> {
    const known = this.#holders.get(id);
    if (known && sameVisit(known.cards[0], card)) {
      known.cards = [card, known.cards[0]];
      return;
    }
    if (known) await this.left(id);
    const holder = newKeyHolder(id, card);
    this.#holders.set(id, holder);
    await this.#dealer.joined(holder);
    this.#arm();
  }

  async left(id: MemberId): Promise<void> {
    const holder = this.#holders.get(id);
    if (!holder) return;
    this.#holders.delete(id);
    this.#options.frames?.forget(id);
    this.#options.onMissing(id, false);
    await this.#dealer.left(holder);
    this.#arm();
  }

  /** @throws CryptoError for a letter that is not theirs, or no letter */
  async take(from: MemberId, letter: KeyLetter): Promise<void> {
    const holder = this.#holders.get(from);
    if (!holder) throw new CryptoError('unknown_key');
    switch (letter.do) {
      case 'key':
        return this.#opened(holder, await this.#open(holder, letter.bytes));
      case 'step': {
        const key = await readOne(holder.cards, (card) => readStep(letter.bytes, card));
        return this.#stepped(holder, key);
      }
      case 'have': {
        const { generation, step } = letter;
        await this.#dealer.acknowledged(holder, { generation, step });
        break;
      }
      case 'need':
        await this.#dealer.asked(holder);
    }
    this.#arm();
  }

  /** Something of theirs came under a key that is not held. */
  async missing(id: MemberId): Promise<void> {
    const holder = this.#holders.get(id);
    if (!holder) return;
    holder.wanting ??= { dueMs: this.#nowMs() + firstAskAfterMs, asked: 0 };
    this.#arm();
  }

  /** A frame has proved to be sealed with this key. */
  async inUse(id: MemberId, key: KeyName): Promise<void> {
    const holder = this.#holders.get(id);
    if (holder) await this.#stepHeld(holder, { on: 'frame', key, nowMs: this.#nowMs() });
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer();
    this.#dealer.close();
  }

  async #opened(holder: KeyHolder, opened: OpenedKey): Promise<void> {
    const { baseKey, generation, step } = opened;
    const imported = await importBaseKey(baseKey);
    baseKey.fill(0);
    await this.#stepHeld(holder, { on: 'opened', key: { generation, step }, nowMs: this.#nowMs() }, imported);
  }

  async #stepped(holder: KeyHolder, key: KeyName): Promise<void> {
    try {
      await this.#stepHeld(holder, { on: 'announced', key, nowMs: this.#nowMs() });
    } catch (error) {
      // The letter with the key itself was lost.
      if (error instanceof CryptoError && error.code === 'unknown_key') await this.missing(holder.id);
      else throw error;
    }
  }

  async #stepHeld(holder: KeyHolder, event: HeldKeysEvent, opened?: CryptoKey): Promise<void> {
    const { state, effects } = stepHeldKeys(holder.held, event);
    holder.held = state;
    for (const effect of effects) {
      switch (effect.do) {
        case 'install':
          if (opened) this.#install(holder, effect.key, opened);
          break;
        case 'ratchet': {
          const before = holder.keys.get(nameText(effect.from));
          if (before) this.#install(holder, effect.key, await ratchetHeldKey(before, effect.times));
          break;
        }
        case 'acknowledge':
          // Also one that was held already: what was missed for it is not missed any more.
          holder.wanting = undefined;
          this.#options.onMissing(holder.id, false);
          this.#options.post([holder.id], { do: 'have', ...effect.key });
          break;
        case 'drop':
          holder.keys.delete(nameText(effect.key));
          this.#options.frames?.dropKey(holder.id, effect.key);
      }
    }
    this.#arm();
  }

  #install(holder: KeyHolder, key: KeyName, baseKey: CryptoKey): void {
    holder.keys.set(nameText(key), baseKey);
    this.#options.frames?.installKey(holder.id, { ...key, slot: holder.cards[0].slot, baseKey });
  }

  /** Either of them may have changed their card while the letter was under way. */
  #open({ cards }: KeyHolder, bytes: Uint8Array): Promise<OpenedKey> {
    const { own } = this.#options;
    const pairs = cards.flatMap((from) => own.cards.map((to) => ({ from, to })));
    return readOne(pairs, ({ from, to }) => openKey(bytes, { from, to, sealingKey: own.sealingKey }));
  }

  async #tick(): Promise<void> {
    const nowMs = this.#nowMs();
    await this.#dealer.tick();
    for (const holder of [...this.#holders.values()]) {
      if ((heldKeysDueMs(holder.held) ?? Number.POSITIVE_INFINITY) <= nowMs) {
        await this.#stepHeld(holder, { on: 'time', nowMs });
      }
      if (holder.wanting && holder.wanting.dueMs <= nowMs) this.#askFor(holder, nowMs);
    }
    this.#arm();
  }

  #askFor(holder: KeyHolder, nowMs: number): void {
    const asked = (holder.wanting?.asked ?? 0) + 1;
    this.#options.post([holder.id], { do: 'need' });
    if (asked >= tellAfterAsks) this.#options.onMissing(holder.id, true);
    // Not asked for any more; the next thing of theirs that cannot be opened begins anew.
    holder.wanting = asked < maxAsks ? { asked, dueMs: nowMs + askAgainAfterMs * asked } : undefined;
  }

  #arm(): void {
    this.#cancelTimer();
    if (this.#closed) return;
    let { dueMs } = this.#dealer;
    for (const { held, wanting } of this.#holders.values())
      for (const due of [heldKeysDueMs(held), wanting?.dueMs]) dueMs = Math.min(dueMs, due ?? dueMs);
    if (dueMs === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = this.#options.clock.after(Math.max(0, dueMs - this.#nowMs()), () =>
      this.#options.run(() => this.#tick()),
    );
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }
}

function sameVisit(one: MemberCard, other: MemberCard): boolean {
  const bytes = ({ slot, visit, signingKey, sealingKey }: MemberCard) =>
    [slot, ...visit, ...signingKey, ...sealingKey].join();
  return bytes(one) === bytes(other);
}

/** The first that can be read. @throws what the last one threw */
async function readOne<Item, Read>(
  items: readonly Item[],
  read: (item: Item) => Promise<Read>,
): Promise<Read> {
  let failure: unknown;
  for (const item of items) {
    try {
      return await read(item);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
