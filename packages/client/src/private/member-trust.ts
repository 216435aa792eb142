import {
  CryptoError,
  cardBytes,
  type MemberCard,
  type RoomKeys,
  readCard,
  roomSafetyNumber,
} from '@earshot/crypto';
import type { Member, MemberId } from '@earshot/protocol';
import { base64url, fromBase64url } from '../identity/base64url.ts';
import type { KeyMemory } from './key-memory.ts';
import type { Trust } from './privacy.ts';

type Carded = Pick<Member, 'id' | 'name' | 'key' | 'card'>;

interface Known {
  readonly name: string;
  readonly text: string | undefined;
  readonly card: MemberCard | undefined;
  readonly trust: Trust;
}

interface MemberTrustOptions {
  /** The newest first: while a password changes, both are right. */
  rooms(): readonly RoomKeys[];
  ownCard(): MemberCard;
  memory: KeyMemory | undefined;
}

/** Visits that are over and still known; beyond it the one that ended longest ago is forgotten. */
const maxGone = 4_096;

/** Whose cards are right. */
export class MemberTrust {
  readonly #options: MemberTrustOptions;
  readonly #known = new Map<MemberId, Known>();
  /** The sealing keys of visits that are over: who comes back has a new one. */
  readonly #gone = new Set<string>();
  #oldestEpoch = 0;

  constructor(options: MemberTrustOptions) {
    this.#options = options;
  }

  get all(): ReadonlyMap<MemberId, Trust> {
    return new Map([...this.#known].map(([id, { trust }]) => [id, trust]));
  }

  get signingKeys(): ReadonlyMap<MemberId, string> {
    return new Map(
      [...this.#known].flatMap(([id, { card }]) => (card ? [[id, base64url(card.signingKey)]] : [])),
    );
  }

  cardOf(id: MemberId): MemberCard | undefined {
    return this.#known.get(id)?.card;
  }

  /** Who has this signing key, and has shown it. */
  bySigningKey(key: string): MemberId | undefined {
    for (const [id, { card }] of this.#known) if (card && base64url(card.signingKey) === key) return id;
    return undefined;
  }

  /**
   * Somebody is there, or has changed.
   * @returns their card where it is right and new, null where it is not right any more; undefined: nothing new
   */
  async take(member: Carded): Promise<MemberCard | null | undefined> {
    const before = this.#known.get(member.id);
    // Cards have no names in them: a server that gives somebody another one is compared with what is remembered.
    if (before && before.text === member.card && before.name === member.name) return undefined;
    const card = await this.#verified(member);
    // Made with a password that is not known here yet: until it is, they are who they were.
    if (!card && before?.card && this.#isAhead(member.card)) return undefined;
    const trust = card ? this.#trustIn(member, card) : 'unverified';
    if (before?.card && !(card && sameSealingKey(before.card, card))) this.#isOver(before.card);
    this.#known.set(member.id, { name: member.name, text: member.card, card, trust });
    return card ?? null;
  }

  /** Cards that could not be read may be readable now. */
  forgetUnverified(): void {
    for (const [id, { card }] of this.#known) if (!card) this.#known.delete(id);
  }

  /**
   * From now on only cards of this epoch or a later one are right: whoever has not proved the new password by now
   * does not know it, whatever the server says.
   * @returns those whose card was right until now
   */
  expectEpoch(epoch: number): MemberId[] {
    this.#oldestEpoch = Math.max(this.#oldestEpoch, epoch);
    const late = [...this.#known].filter(([, { card }]) => card && card.epoch < this.#oldestEpoch);
    for (const [id, known] of late) this.#known.set(id, { ...known, card: undefined, trust: 'unverified' });
    return late.map(([id]) => id);
  }

  remove(id: MemberId): void {
    const card = this.#known.get(id)?.card;
    this.#known.delete(id);
    if (card) this.#isOver(card);
  }

  /** The same for everybody who sees the same people. */
  safetyNumber(): Promise<string> {
    const { rooms, ownCard } = this.#options;
    const cards = [...this.#known.values()].flatMap(({ card }) => card ?? []);
    const keys = new Map([ownCard(), ...cards].map(({ signingKey }) => [base64url(signingKey), signingKey]));
    const [room] = rooms();
    if (!room) throw new TypeError('no room');
    return roomSafetyNumber(room.roomId, [...keys.values()]);
  }

  async #verified({ id, card: text }: Carded): Promise<MemberCard | undefined> {
    if (text === undefined) return undefined;
    for (const room of this.#options.rooms()) {
      if (room.epoch < this.#oldestEpoch) continue;
      try {
        const card = await readCard(fromBase64url(text), room);
        return this.#isCopy(id, card) ? undefined : card;
      } catch (error) {
        // Also what is no base64url at all.
        if (!(error instanceof CryptoError || error instanceof DOMException)) throw error;
      }
    }
    return undefined;
  }

  #isAhead(text: string | undefined): boolean {
    const [room] = this.#options.rooms();
    try {
      const bytes = fromBase64url(text ?? '');
      return bytes.length === cardBytes && new DataView(bytes.buffer).getUint32(4) > (room?.epoch ?? 0);
    } catch {
      return false;
    }
  }

  /**
   * Whoever shows somebody else's card has not made it. Nor has who shows that of a visit that is over: letters of
   * that time would be taken once more, and what was recorded then would sound like now.
   */
  #isCopy(id: MemberId, { sealingKey }: MemberCard): boolean {
    if (this.#gone.has(base64url(sealingKey))) return true;
    const others = [...this.#known].filter(([other]) => other !== id).flatMap(([, { card }]) => card ?? []);
    const text = base64url(sealingKey);
    return [this.#options.ownCard(), ...others].some((other) => base64url(other.sealingKey) === text);
  }

  #isOver({ sealingKey }: MemberCard): void {
    this.#gone.add(base64url(sealingKey));
    if (this.#gone.size > maxGone) this.#gone.delete(this.#gone.keys().next().value as string);
  }

  #trustIn(member: Carded, { signingKey }: MemberCard): Trust {
    const { memory } = this.#options;
    const key = base64url(signingKey);
    const before = memory?.recall(member);
    if (before !== undefined && before !== key) return 'changed';
    if (before === undefined) memory?.keep(member, key);
    return 'verified';
  }
}

function sameSealingKey(one: MemberCard, other: MemberCard): boolean {
  return base64url(one.sealingKey) === base64url(other.sealingKey);
}
