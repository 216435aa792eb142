import { randomBytes } from 'node:crypto';
import { acceptRecord, CryptoError, readRecord, readRecordSecret } from '@earshot/crypto/proof';
import type { Clock } from '@earshot/lifetime';
import {
  limits,
  type PrivateProof,
  type Proved,
  privateRoomSettings,
  type ResumeTicket,
  RpcError,
} from '@earshot/protocol';
import type { PrivateRoom } from '../../store/private-room.ts';
import type { Store } from '../../store/store.ts';
import { checkAnswer } from './answer.ts';
import { GuessBook } from './guess-book.ts';
import type { Answering, OpenChallenge } from './open-challenge.ts';
import { type GivenWish, type PrivateWish, readPrivateWish } from './private-wish.ts';
import type { ProvedKey } from './proved-key.ts';
import { ResumeTickets } from './resume-tickets.ts';

interface PrivateRoomsOptions {
  store: Pick<Store, 'privateRooms'>;
  clock: Clock;
  /** Runs while nobody else makes or frees a room of this name, once one that is over is forgotten. */
  alone(name: string, make: () => Promise<void>): Promise<void>;
  /** The secret of a room is another one now; it may be open. */
  changed(name: string, entry: PrivateRoom): Promise<void>;
}

/** On what terms somebody puts a record. */
interface Putting {
  /** Whose the room is once it is made; empty where nobody has proved a key. */
  readonly ownerKey: string;
  /** Called before anything is written. @throws where it is too much */
  charge(): void;
  /** Called before a room is made. @throws where nobody may make one */
  mayMake(): void;
}

/** Whose ticket was used up meanwhile is asked like everybody else when they try again: soon. */
const ticketlessAfterMs = 1_000;

/** Rooms that the server cannot enter: it keeps what their owners signed, and checks answers against it. */
export class PrivateRooms {
  readonly tickets: ResumeTickets;
  readonly #options: PrivateRoomsOptions;
  readonly #guesses: GuessBook;
  #checked = 0;

  constructor(options: PrivateRoomsOptions) {
    this.#options = options;
    this.tickets = new ResumeTickets(options.clock);
    this.#guesses = new GuessBook(options.clock);
  }

  /** Answers whose signature was looked at since the server started. */
  get checked(): number {
    return this.#checked;
  }

  /** @throws RpcError `record_rejected` */
  read(given: GivenWish): Promise<PrivateWish> {
    return readPrivateWish(given, this.#options.clock.wallMs());
  }

  /**
   * Makes a room, or changes its secret. The same wish again changes nothing.
   * @throws RpcError `epoch_passed`, `identity_required`, `server_full`, `storage_failed`, and what `putting` throws
   */
  async put(wish: PrivateWish, putting: Putting): Promise<void> {
    const { alone, changed } = this.#options;
    let isOther = false;
    await alone(wish.name, async () => {
      isOther = await this.#putAlone(wish, putting);
    });
    if (isOther) await changed(wish.name, wish.entry);
  }

  /** @returns whether the room has another secret now than it had. */
  async #putAlone(
    { name, record, entry }: PrivateWish,
    { ownerKey, charge, mayMake }: Putting,
  ): Promise<boolean> {
    const { privateRooms } = this.#options.store;
    const known = await privateRooms.get(name);
    if (known?.record === entry.record) return false;
    if (known) {
      await this.#checkLater(record, known);
      charge();
      if (!(await privateRooms.replace(name, entry))) throw new RpcError('epoch_passed');
      this.tickets.callIn(name);
      return true;
    }
    if (!ownerKey) throw new RpcError('identity_required');
    mayMake();
    charge();
    if ((await privateRooms.count()) >= limits.privateRooms) throw new RpcError('server_full');
    const nowMs = this.#options.clock.wallMs();
    const settings = privateRoomSettings;
    await privateRooms.create({ name, ownerKey, settings, createdAtMs: nowMs, emptySinceMs: nowMs }, entry);
    return false;
  }

  /** @throws RpcError `not_found`, `rate_limited`, `storage_failed` */
  async challenge(
    room: string,
    { prefix, ticket }: { prefix: string; ticket: ResumeTicket | undefined },
  ): Promise<OpenChallenge> {
    const { store, clock } = this.#options;
    const shown = ticket ? this.tickets.find(room, ticket) : undefined;
    if (!shown) this.#checkWait(room, prefix);
    const entry = await store.privateRooms.get(room);
    if (!entry) throw new RpcError('not_found');
    const record = await readRecord(Buffer.from(entry.record, 'base64url'));
    if (record.expiresAtMs <= clock.wallMs()) throw new RpcError('not_found');
    const secret = await readRecordSecret(record, Buffer.from(entry.recordSecret, 'base64url'));
    const nonce = Uint8Array.from(randomBytes(32));
    const asked = {
      record: entry.record,
      nonce: Buffer.from(nonce).toString('base64url'),
      bits: shown ? 0 : this.#guesses.bits(room),
    };
    const { sealedMeta } = entry;
    const untilMs = clock.nowMs() + limits.challengeMs;
    return { room, asked, nonce, record, secret, sealedMeta, ticket: shown, untilMs };
  }

  /**
   * Looks at an answer: at its work first, then at how many were wrong, then at the signature.
   * @throws RpcError `proof_rejected`, whatever is wrong with it; `rate_limited`
   */
  async answer(challenge: OpenChallenge, proof: PrivateProof, answering: Answering): Promise<ProvedKey> {
    const { room, sealedMeta, ticket, untilMs } = challenge;
    const { prefix } = answering;
    if (untilMs < this.#options.clock.nowMs()) throw new RpcError('proof_rejected');
    if (!ticket) this.#checkWait(room, prefix);
    let looked = false;
    const right = await checkAnswer(challenge, proof, {
      ...answering,
      onSigned: () => {
        // Once more: others may have answered while the work was looked at.
        if (!ticket) {
          this.#checkWait(room, prefix);
          this.#guesses.guessed(room, prefix);
        } else {
          if (!this.tickets.isGood(ticket))
            throw new RpcError('rate_limited', { retryAfterMs: ticketlessAfterMs });
          this.tickets.wrong(ticket);
        }
        this.#checked += 1;
        looked = true;
      },
      onRight: () => {
        if (ticket) this.tickets.right(ticket);
        else this.#guesses.forgive(room, prefix);
      },
    });
    if (right) return { epoch: proof.epoch, signingKey: proof.signingKey, sealedMeta };
    // An answer without the work costs nobody anything, and makes it harder for nobody.
    if (!ticket && looked) this.#guesses.missed(room);
    if (ticket && !looked) this.tickets.wrong(ticket);
    throw new RpcError('proof_rejected');
  }

  /**
   * Looks at an answer of somebody who stays outside. A right one lets nobody in: joining takes another.
   * @throws RpcError what `answer` throws; `epoch_passed`, `storage_failed`
   */
  async answerOutside(challenge: OpenChallenge, proof: PrivateProof, answering: Answering): Promise<Proved> {
    const { room, ticket } = challenge;
    const { epoch, signingKey, sealedMeta } = await this.answer(challenge, proof, answering);
    const known = await this.#options.store.privateRooms.get(room);
    // Whoever joins is told so by the room. Here nobody else would say it.
    if (known?.epoch !== epoch) throw new RpcError('epoch_passed');
    const { prefix } = answering;
    const text = ticket?.text ?? this.tickets.lend(room, { signingKey, prefix });
    return { epoch, ticket: text, ...(sealedMeta && { sealedMeta }) };
  }

  /** What somebody has who is in. */
  provedIn(room: string, { epoch, signingKey, sealedMeta }: ProvedKey): Proved {
    return { epoch, ticket: this.tickets.renew(room, signingKey), ...(sealedMeta && { sealedMeta }) };
  }

  #checkWait(room: string, prefix: string): void {
    const retryAfterMs = this.#guesses.waitMs(room, prefix);
    if (retryAfterMs > 0) throw new RpcError('rate_limited', { retryAfterMs });
  }

  /** @throws RpcError `epoch_passed` */
  async #checkLater(next: PrivateWish['record'], { record }: PrivateRoom): Promise<void> {
    const known = await readRecord(Buffer.from(record, 'base64url'));
    try {
      acceptRecord(next, { known, nowMs: this.#options.clock.wallMs() });
    } catch (cause) {
      if (!(cause instanceof CryptoError)) throw cause;
      throw new RpcError('epoch_passed', { cause });
    }
  }
}
