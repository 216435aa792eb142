import {
  announceStep,
  CryptoError,
  firstOwnKeys,
  importBaseKey,
  type KeyName,
  type MemberCard,
  OwnKeyring,
  type OwnKeysEvent,
  ownKeysDueMs,
  type SealingKey,
  type SigningKey,
  sealKey,
  stepOwnKeys,
} from '@earshot/crypto';
import type { Clock } from '@earshot/lifetime';
import type { KeyLetter, MemberId } from '@earshot/protocol';
import type { FrameCrypto } from './encryption-engine.ts';
import { KeyDebts } from './key-debts.ts';
import { type KeyHolder, nameText } from './key-holder.ts';

/** Who one is in this visit. */
export interface OwnPart {
  /** The newest first: letters that were sealed for the one before are still on their way. */
  cards: readonly [MemberCard, ...MemberCard[]];
  readonly signingKey: SigningKey;
  readonly sealingKey: SealingKey;
}

/** One of one's own keys, for sealing. */
export interface UsedKey {
  readonly name: KeyName;
  readonly baseKey: CryptoKey;
}

interface KeyDealerOptions {
  clock: Clock;
  own: OwnPart;
  frames: Pick<FrameCrypto, 'useKey'> | undefined;
  /** Sends one letter to each of them. What gets lost is sent again. */
  post(to: readonly MemberId[], letter: KeyLetter): void;
}

/** Gives one's own keys to everybody else: the effects around the machine of `own-keys.ts` in `@earshot/crypto`. */
export class KeyDealer {
  readonly #options: KeyDealerOptions;
  readonly #ring = new OwnKeyring(firstOwnKeys.current);
  readonly #holders = new Map<MemberId, KeyHolder>();
  readonly #debts = new KeyDebts();
  /** Those who do not have the key yet that is in use. */
  readonly #lacking = new Set<MemberId>();
  #waiting: (() => void)[] = [];
  #own = firstOwnKeys;
  #used: UsedKey | undefined;
  #closed = false;

  constructor(options: KeyDealerOptions) {
    this.#options = options;
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

  /** When `tick` is to be called next. */
  get dueMs(): number {
    const dues = [ownKeysDueMs(this.#own), this.#debts.dueMs()];
    return Math.min(...dues.map((due) => due ?? Number.POSITIVE_INFINITY));
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

  async joined(holder: KeyHolder): Promise<void> {
    this.#holders.set(holder.id, holder);
    this.#lacking.add(holder.id);
    await this.#step({ on: 'joined', member: holder.visit, nowMs: this.#nowMs() });
  }

  async left(holder: KeyHolder): Promise<void> {
    this.#holders.delete(holder.id);
    this.#debts.settle(holder.id);
    this.#lacking.delete(holder.id);
    this.#wake();
    await this.#step({ on: 'left', member: holder.visit, nowMs: this.#nowMs() });
  }

  /** They say that they have it. */
  async acknowledged({ id, visit }: KeyHolder, key: KeyName): Promise<void> {
    if (this.#debts.paid(id, key, this.#nowMs()) && nameText(key) === nameText(this.used.name)) {
      this.#lacking.delete(id);
      this.#wake();
    }
    await this.#step({ on: 'acknowledged', member: visit, key, nowMs: this.#nowMs() });
  }

  /** Something of one's own came to them that no key opens. */
  async asked(holder: KeyHolder): Promise<void> {
    if (this.#debts.mayAsk(holder.id, this.#nowMs())) await this.#seal(this.#newest(), [holder]);
  }

  /** Does what is due. */
  async tick(): Promise<void> {
    const nowMs = this.#nowMs();
    if ((ownKeysDueMs(this.#own) ?? Number.POSITIVE_INFINITY) <= nowMs)
      await this.#step({ on: 'time', nowMs });
    const late = [...this.#holders.values()].filter(({ id }) => this.#debts.isDue(id, nowMs));
    if (late.length > 0) await this.#seal(this.#newest(), late);
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #step(event: OwnKeysEvent): Promise<void> {
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
  }

  async #announce(key: KeyName, holders: readonly KeyHolder[]): Promise<void> {
    const { own, post } = this.#options;
    const bytes = await announceStep(own.cards[0], own.signingKey, key);
    const ids = holders.map(({ id }) => id);
    for (const id of ids) this.#owe(id, key);
    post(ids, { do: 'step', bytes });
  }

  /** All at once: each letter is a score of small works, which a browser and Node do beside each other. */
  async #seal(name: KeyName, holders: readonly KeyHolder[]): Promise<void> {
    await Promise.all(holders.map((holder) => this.#sealFor(holder, name)));
  }

  async #sealFor({ id, cards }: KeyHolder, name: KeyName): Promise<void> {
    const { own, post } = this.#options;
    const parcel = {
      from: own.cards[0],
      to: cards[0],
      signingKey: own.signingKey,
      key: this.#ring.get(name),
    };
    this.#owe(id, name);
    try {
      post([id], { do: 'key', bytes: await sealKey(parcel) });
    } catch (error) {
      // Their own fault, and no reason for the others to go without.
      if (!(error instanceof CryptoError)) throw error;
    }
  }

  #owe(id: MemberId, name: KeyName): void {
    this.#debts.owe(id, name, { nowMs: this.#nowMs(), among: this.#holders.size });
  }

  async #use(name: KeyName): Promise<void> {
    const baseKey = await importBaseKey(this.#ring.use(name).baseKey);
    this.#used = { name, baseKey };
    this.#options.frames?.useKey({ ...name, slot: this.#options.own.cards[0].slot, baseKey });
    // Everybody has been sent it; those who have not said that they have it are sent it again.
    this.#lacking.clear();
    this.#wake();
  }

  #newest(): KeyName {
    const { change, current } = this.#own;
    return change.at === 'switching' ? change.next : current;
  }

  #holdersOf(visits: readonly string[]): KeyHolder[] {
    const wanted = new Set(visits);
    return [...this.#holders.values()].filter(({ visit }) => wanted.has(visit));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }
}
