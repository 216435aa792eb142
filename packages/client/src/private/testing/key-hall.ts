import { deriveRoomKeys, makeCard, newSealingKey, newSigningKey, type RoomKeys } from '@earshot/crypto';
import { ManualClock } from '@earshot/lifetime';
import type { KeyLetter, MemberId } from '@earshot/protocol';
import { SerialLine } from '../../serial-line.ts';
import type { OwnPart } from '../key-dealer.ts';
import { KeyExchange } from '../key-exchange.ts';

export interface Guest {
  readonly id: MemberId;
  readonly own: OwnPart;
  readonly exchange: KeyExchange;
  readonly line: SerialLine;
  /** Whose keys are missed now, as people are told. */
  readonly missed: Set<MemberId>;
}

/** The keys of a room that anybody may have who knows its link. */
export function hallKeys(): Promise<RoomKeys> {
  const record = { roomId: new Uint8Array(16), salt: new Uint8Array(16), epoch: 0, mode: 'link' as const };
  return deriveRoomKeys({ host: 'talk.example', record, linkSecret: new Uint8Array(32).fill(1) });
}

/** Members who hand each other keys, over a post that may lose letters, in a time of its own. */
export class KeyHall {
  readonly clock = new ManualClock();
  readonly present = new Map<MemberId, Guest>();
  /** Whether the next letter gets lost. */
  loses: () => boolean = () => false;
  /** All letters that arrived. */
  readonly delivered: { readonly from: MemberId; readonly to: MemberId; readonly letter: KeyLetter }[] = [];
  readonly #keys: RoomKeys;
  readonly #everybody: Guest[] = [];
  #letters = 0;
  /** How often somebody wrote, to however many. */
  posts = 0;

  private constructor(keys: RoomKeys) {
    this.#keys = keys;
  }

  static async open(): Promise<KeyHall> {
    return new KeyHall(await hallKeys());
  }

  get letters(): number {
    return this.#letters;
  }

  async join(id: MemberId): Promise<Guest> {
    const guest = await this.#guest(id);
    const others = [...this.present.values()];
    this.present.set(id, guest);
    this.#everybody.push(guest);
    guest.line.run(async () => {
      await guest.exchange.begin();
      for (const other of others) await guest.exchange.joined(other.id, other.own.cards[0]);
    });
    for (const other of others) other.line.run(() => other.exchange.joined(id, guest.own.cards[0]));
    return guest;
  }

  leave(id: MemberId): void {
    const gone = this.present.get(id);
    this.present.delete(id);
    gone?.exchange.close();
    for (const other of this.present.values()) other.line.run(() => other.exchange.left(id));
  }

  /** Lets all that is under way arrive, and time pass. */
  async pass(ms = 0): Promise<void> {
    await this.#settle();
    this.clock.advance(ms);
    await this.#settle();
  }

  async #settle(): Promise<void> {
    for (let quiet = 0, seen = -1; quiet < 2; ) {
      for (const { line } of this.#everybody) await line.run(async () => {});
      quiet = seen === this.#letters ? quiet + 1 : 0;
      seen = this.#letters;
    }
  }

  async #guest(id: MemberId): Promise<Guest> {
    const [signingKey, sealingKey] = await Promise.all([newSigningKey(), newSealingKey()]);
    const visit = crypto.getRandomValues(new Uint8Array(16));
    const sealing = sealingKey.publicKey;
    const card = await makeCard({ room: this.#keys, slot: 7, visit, signingKey, sealingKey: sealing });
    const own: OwnPart = { cards: [card], signingKey, sealingKey };
    const line = new SerialLine();
    const missed = new Set<MemberId>();
    const exchange = new KeyExchange({
      clock: this.clock,
      own,
      frames: undefined,
      post: (to, letter) => {
        this.posts += 1;
        for (const one of to) this.#post(id, one, letter);
      },
      run: (task) => void line.run(task).catch(() => {}),
      onMissing: (other, missing) => (missing ? missed.add(other) : missed.delete(other)),
    });
    return { id, own, exchange, line, missed };
  }

  #post(from: MemberId, to: MemberId, letter: KeyLetter): void {
    const receiver = this.present.get(to);
    if (!receiver || !this.present.has(from) || this.loses()) return;
    this.delivered.push({ from, to, letter });
    this.deliver(from, receiver, letter);
  }

  /** As the server gives a letter out, which may be another one than it was given. */
  deliver(from: MemberId, receiver: Guest, letter: KeyLetter): void {
    this.#letters += 1;
    receiver.line.run(() => receiver.exchange.take(from, letter)).catch(() => {});
  }
}
