import { connectionIdOf } from '@earshot/crypto/proof';
import {
  limits,
  type PrivateChallenge,
  type PrivateProof,
  type Proved,
  type ResumeTicket,
  RpcError,
} from '@earshot/protocol';
import type { Answering, OpenChallenge } from '../rooms/private/open-challenge.ts';
import type { PrivateRooms } from '../rooms/private/private-rooms.ts';
import type { ProvedKey } from '../rooms/private/proved-key.ts';

interface PrivateEntryOptions {
  rooms: Pick<PrivateRooms, 'challenge' | 'answer' | 'answerOutside'>;
  hosts: readonly string[];
  /** Of this connection's `hello`. */
  nonce: string;
  prefix: string;
}

/**
 * What one connection was asked by private rooms, and answers. One question is open at a time, and only so many are
 * asked until one was answered rightly by somebody who comes in.
 */
export class PrivateEntry {
  readonly #options: PrivateEntryOptions;
  #asked = 0;
  #open: OpenChallenge | undefined;

  constructor(options: PrivateEntryOptions) {
    this.#options = options;
  }

  /** @throws RpcError `rate_limited`, `not_found`, `storage_failed` */
  async challenge(room: string, ticket: ResumeTicket | undefined): Promise<PrivateChallenge> {
    if (this.#asked >= limits.challengesPerConnection) throw new RpcError('rate_limited');
    this.#asked += 1;
    this.#open = undefined;
    const { rooms, prefix } = this.#options;
    this.#open = await rooms.challenge(room, { prefix, ticket });
    return this.#open.asked;
  }

  /**
   * Right or wrong, the question is answered by then.
   * @throws RpcError `proof_required` where nothing was asked, `proof_rejected`, `rate_limited`
   */
  async answer(room: string, proof: PrivateProof): Promise<ProvedKey> {
    const open = this.#take();
    if (open.room !== room) throw new RpcError('proof_rejected');
    const proved = await this.#options.rooms.answer(open, proof, await this.#answering());
    // Who knows the secret does not guess.
    this.#asked = 0;
    return proved;
  }

  /**
   * The same, by somebody who stays outside. It counts as asked: there is no standing at the door without end.
   * @throws RpcError `proof_required` where nothing was asked, `proof_rejected`, `epoch_passed`, `rate_limited`
   */
  async answerOutside(proof: PrivateProof): Promise<Proved> {
    const open = this.#take();
    return this.#options.rooms.answerOutside(open, proof, await this.#answering());
  }

  #take(): OpenChallenge {
    const open = this.#open;
    this.#open = undefined;
    if (!open) throw new RpcError('proof_required');
    return open;
  }

  async #answering(): Promise<Answering> {
    const { hosts, nonce, prefix } = this.#options;
    return { hosts, prefix, connectionId: await connectionIdOf(nonce) };
  }
}
