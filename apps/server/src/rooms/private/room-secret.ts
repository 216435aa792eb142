import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, RpcError } from '@earshot/protocol';
import type { PrivateRoom } from '../../store/private-room.ts';
import type { Announcement } from '../announcement.ts';
import type { Member } from '../member.ts';
import type { ProvedKey } from './proved-key.ts';
import type { ResumeTickets } from './resume-tickets.ts';

interface RoomSecretOptions {
  room: string;
  tickets: Pick<ResumeTickets, 'renew'>;
  clock: Clock;
  members(): Iterable<Member>;
  announce(announcement: Announcement): void;
  /** Takes a member out for good and ends their connection. */
  sendOut(member: Member): void;
}

/** What those have to have proved who are in a private room that is open: the epoch, and until when the next. */
export class RoomSecret {
  readonly #options: RoomSecretOptions;
  readonly #deadlines = new Set<CancelTimer>();
  #epoch: number;

  private constructor(epoch: number, options: RoomSecretOptions) {
    this.#options = options;
    this.#epoch = epoch;
  }

  /** @param epoch Of the record that the room was opened with; undefined where the room has no secret. */
  static of(epoch: number | undefined, options: RoomSecretOptions): RoomSecret | undefined {
    return epoch === undefined ? undefined : new RoomSecret(epoch, options);
  }

  /**
   * Whether somebody may be in.
   * @throws RpcError `proof_required`, `epoch_passed`
   */
  check(proved: ProvedKey | undefined): void {
    if (!proved) throw new RpcError('proof_required');
    if (proved.epoch < this.#epoch) throw new RpcError('epoch_passed');
  }

  /** Whether somebody may have their seat again: with a new proof, or with the one that they were in by. */
  checkReturn(former: ProvedKey | undefined, proved: ProvedKey | undefined): void {
    if (proved) this.check(proved);
    else if (!former || former.epoch < this.#epoch) throw new RpcError('proof_required');
  }

  /** They were in until now: their ticket is good from now on. */
  left({ pass: { proved } }: Member): void {
    if (proved) this.#options.tickets.renew(this.#options.room, proved.signingKey);
  }

  /** The owner changed the secret. Whoever has not proved it in time is sent out, whose seat is kept included. */
  changed({ epoch, record }: Pick<PrivateRoom, 'epoch' | 'record'>): void {
    if (epoch <= this.#epoch) return;
    this.#epoch = epoch;
    const { clock, announce } = this.#options;
    const proveWithinMs = limits.proveAgainWithinMs;
    announce({ method: 'recordChanged', params: { record, proveWithinMs } });
    const cancel = clock.after(proveWithinMs, () => {
      this.#deadlines.delete(cancel);
      this.#sendOutBefore(epoch);
    });
    this.#deadlines.add(cancel);
  }

  close(): void {
    for (const cancel of this.#deadlines) cancel();
    this.#deadlines.clear();
  }

  #sendOutBefore(epoch: number): void {
    const { members, sendOut } = this.#options;
    for (const member of [...members()]) if ((member.pass.proved?.epoch ?? 0) < epoch) sendOut(member);
  }
}
