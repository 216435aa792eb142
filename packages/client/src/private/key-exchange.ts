import {
  announceStep,
  CryptoError,
  comesAfter,
  firstOwnKeys,
  type HeldKeysEvent,
  heldKeysDueMs,
  importBaseKey,
  type KeyName,
  type MemberCard,
  type OpenedKey,
  OwnKeyring,
  type OwnKeysEvent,
  openKey,
  ownKeysDueMs,
  ratchetHeldKey,
  readStep,
  type SealingKey,
  type SigningKey,
  sealKey,
  stepHeldKeys,
  stepOwnKeys,
} from '@earshot/crypto';
import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { KeyLetter, MemberId } from '@earshot/protocol';
import type { FrameCrypto } from './encryption-engine.ts';
import { KeyDebts } from './key-debts.ts';
import { type KeyHolder, nameText, newKeyHolder } from './key-holder.ts';

/** A letter is often a little later than the first frame. */
const firstAskAfterMs = 300;
const askAgainAfterMs = 1_000;
/** From then on people are told. */
const tellAfterAsks = 3;
const maxAsks = 5;

/** Who one is in this visit. */
export interface OwnPart {
  /** The newest first: letters that were sealed for the one before are still on their way. */
  cards: readonly [MemberCard, ...MemberCard[]];
  readonly signingKey: SigningKey;
  readonly sealingKey: SealingKey;
}

export interface KeyExchangeOptions {
  clock: Clock;
  own: OwnPart;
  frames: Pick<FrameCrypto, 'useKey' | 'installKey' | 'dropKey' | 'forget'> | undefined;
  /** Sends a letter. What gets lost is sent again. */
  post(to: MemberId, letter: KeyLetter): void;
  /** Runs it after everything else that this exchange is told, and not beside it. */
  run(task: () => Promise<void>): void;
  /** Whether nothing of this member can be opened though their key was asked for. */
  onMissing(id: MemberId, missing: boolean): void;
}

/** One of one's own keys, for sealing. */
export interface UsedKey {
  readonly name: KeyName;
  readonly baseKey: CryptoKey;
}

/**
 * Gives one's own keys to everybody else, and takes theirs: the effects around the two machines of
 * `@earshot/crypto`. Its methods are called one after the other, never two at once.
 */
export class KeyExchange {
  readonly #options: KeyExchangeOptions;
  readonly #ring = new OwnKeyring(firstOwnKeys.current);
  readonly #holders = new Map<MemberId, KeyHolder>();
  readonly #debts: KeyDebts;
  /** Those who do not have the key yet that is in use. */
  readonly #lacking = new Set<MemberId>();
  #waiting: (() => void)[] = [];
  #own = firstOwnKeys;
  #used: UsedKey | undefined;
  #cancelTimer: CancelTimer = () => {};
  #closed = false;

  constructor(options: KeyExchangeOptions) {
    this.#options = options;
    this.#debts = new KeyDebts();
  }

  /** Puts the first key to use. */
  async begin(): Promise<void> {
    await this.#use(firstOwnKeys.current);
  }

  /** The key in use. @throws TypeError before `begin` */
  get used(): UsedKey {
    if (!this.#used) throw new TypeError('the exchange has not begun');
    return this.#used;
  }

  /** Resolves when everybody in `to` (null: everybody) can open what is sealed with the key in use. */
  async shared(to: readonly MemberId[] | null): Promise<void> {
    const lacks = () => (to ? to.some((id) => this.#lacking.has(id)) : this.#lacking.size > 0);
    while (!this.#closed && lacks()) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
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
    this.#lacking.add(id);
    await this.#stepOwn({ on: 'joined', member: holder.visit, nowMs: this.#nowMs() });
  }

  async left(id: MemberId): Promise<void> {
    const holder = this.#holders.get(id);
    if (!holder) return;
    this.#holders.delete(id);
    this.#debts.settle(id);
    this.#options.frames?.forget(id);
    this.#options.onMissing(id, false);
    this.#lacking.delete(id);
    this.#wake();
    await this.#stepOwn({ on: 'left', member: holder.visit, nowMs: this.#nowMs() });
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
        if (this.#debts.paid(from, { generation, step })) this.#lackingNoMore(from, { generation, step });
        const key = { generation, step };
        return this.#stepOwn({ on: 'acknowledged', member: holder.visit, key, nowMs: this.#nowMs() });
      }
      case 'need':
        if (this.#debts.mayAsk(from, this.#nowMs())) await this.#seal(this.#newest(), [holder]);
    }
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
    this.#wake();
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
          this.#options.post(holder.id, { do: 'have', ...effect.key });
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

  async #stepOwn(event: OwnKeysEvent): Promise<void> {
    const { state, effects } = stepOwnKeys(this.#own, event);
    this.#own = state;
    for (const effect of effects) {
      switch (effect.do) {
        case 'ratchet':
          await this.#ring.ratchet(effect.key);
          break;
        case 'renew':
          this.#ring.renew(effect.key);
          break;
        case 'announce':
          await this.#announce(effect.key, this.#holdersOf(effect.members));
          break;
        case 'seal':
          await this.#seal(effect.key, this.#holdersOf(effect.members));
          break;
        case 'use':
          await this.#use(effect.key);
      }
    }
    this.#arm();
  }

  async #announce(key: KeyName, holders: readonly KeyHolder[]): Promise<void> {
    const { own, post } = this.#options;
    const bytes = await announceStep(own.cards[0], own.signingKey, key);
    for (const { id } of holders) {
      this.#debts.owe(id, key, this.#nowMs());
      post(id, { do: 'step', bytes });
    }
  }

  async #seal(name: KeyName, holders: readonly KeyHolder[]): Promise<void> {
    const { own, post } = this.#options;
    for (const { id, cards } of holders) {
      const parcel = {
        from: own.cards[0],
        to: cards[0],
        signingKey: own.signingKey,
        key: this.#ring.get(name),
      };
      this.#debts.owe(id, name, this.#nowMs());
      try {
        post(id, { do: 'key', bytes: await sealKey(parcel) });
      } catch (error) {
        // Their own fault, and no reason for the others to go without.
        if (!(error instanceof CryptoError)) throw error;
      }
    }
  }

  async #use(name: KeyName): Promise<void> {
    const baseKey = await importBaseKey(this.#ring.use(name).baseKey);
    this.#used = { name, baseKey };
    this.#options.frames?.useKey({ ...name, slot: this.#options.own.cards[0].slot, baseKey });
    // Everybody has been sent it; those who have not said that they have it are sent it again.
    this.#lacking.clear();
    this.#wake();
  }

  /** Either of them may have changed their card while the letter was under way. */
  #open({ cards }: KeyHolder, bytes: Uint8Array): Promise<OpenedKey> {
    const { own } = this.#options;
    const pairs = cards.flatMap((from) => own.cards.map((to) => ({ from, to })));
    return readOne(pairs, ({ from, to }) => openKey(bytes, { from, to, sealingKey: own.sealingKey }));
  }

  #lackingNoMore(id: MemberId, key: KeyName): void {
    if (nameText(key) !== nameText(this.used.name)) return;
    this.#lacking.delete(id);
    this.#wake();
  }

  #newest(): KeyName {
    const { change, current } = this.#own;
    return change.at === 'switching' ? change.next : current;
  }

  #holdersOf(visits: readonly string[]): KeyHolder[] {
    return [...this.#holders.values()].filter(({ visit }) => visits.includes(visit));
  }

  async #tick(): Promise<void> {
    const nowMs = this.#nowMs();
    if ((ownKeysDueMs(this.#own) ?? Number.POSITIVE_INFINITY) <= nowMs)
      await this.#stepOwn({ on: 'time', nowMs });
    for (const holder of [...this.#holders.values()]) {
      if ((heldKeysDueMs(holder.held) ?? Number.POSITIVE_INFINITY) <= nowMs) {
        await this.#stepHeld(holder, { on: 'time', nowMs });
      }
      if (holder.wanting && holder.wanting.dueMs <= nowMs) this.#askFor(holder, nowMs);
      if (this.#debts.isDue(holder.id, nowMs)) await this.#seal(this.#newest(), [holder]);
    }
    this.#arm();
  }

  #askFor(holder: KeyHolder, nowMs: number): void {
    const asked = (holder.wanting?.asked ?? 0) + 1;
    this.#options.post(holder.id, { do: 'need' });
    if (asked >= tellAfterAsks) this.#options.onMissing(holder.id, true);
    // Not asked for any more; the next thing of theirs that cannot be opened begins anew.
    holder.wanting = asked < maxAsks ? { asked, dueMs: nowMs + askAgainAfterMs * asked } : undefined;
  }

  #arm(): void {
    this.#cancelTimer();
    if (this.#closed) return;
    const dues = [ownKeysDueMs(this.#own), this.#debts.dueMs()];
    for (const { held, wanting } of this.#holders.values()) dues.push(heldKeysDueMs(held), wanting?.dueMs);
    const dueMs = Math.min(...dues.map((due) => due ?? Number.POSITIVE_INFINITY));
    if (dueMs === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = this.#options.clock.after(Math.max(0, dueMs - this.#nowMs()), () =>
      this.#options.run(() => this.#tick()),
    );
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
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
