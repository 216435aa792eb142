import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId, RpcError, type Vote } from '@earshot/protocol';
import { type Author, personOf } from '../chat/chat-author.ts';

/** Somebody in the room, as far as votes are concerned. */
export interface Voter {
  readonly author: Author;
  readonly present: boolean;
  readonly joinedAtMs: number;
}

interface VotesOptions {
  clock: Clock;
  members(): Iterable<Voter>;
  onChange(vote: Vote): void;
}

interface OpenVote {
  /** Those who agree, by person: a key has one voice. */
  readonly agreed: Set<string>;
  readonly by: Author;
  readonly cancel: CancelTimer;
}

/** The votes to remove somebody in a room that nobody owns. */
export class Votes {
  readonly #options: VotesOptions;
  readonly #open = new Map<MemberId, OpenVote>();

  constructor(options: VotesOptions) {
    this.#options = options;
  }

  /**
   * @returns whose idea it was, once enough agree; the vote is over when they have `left`.
   * @throws RpcError `wrong_state` for whoever has not been here for long enough, or votes on themselves
   */
  cast(voter: Author, on: MemberId, agree: boolean): Author | undefined {
    const person = personOf(voter);
    if (voter.id === on) throw new RpcError('wrong_state', { detail: 'that is you' });
    if (!this.#electorate().has(person)) {
      throw new RpcError('wrong_state', { detail: 'not here for long enough' });
    }
    const vote = this.#open.get(on) ?? (agree ? this.#begin(on, voter) : undefined);
    if (!vote || vote.agreed.has(person) === agree) return undefined;
    if (agree) vote.agreed.add(person);
    else vote.agreed.delete(person);
    return this.#count(on, vote);
  }

  left({ id, key }: Author): void {
    this.#end(id);
    for (const [on, vote] of [...this.#open]) if (vote.agreed.delete(key || id)) this.#tell(on, vote);
  }

  close(): void {
    for (const { cancel } of this.#open.values()) cancel();
    this.#open.clear();
  }

  #begin(on: MemberId, by: Author): OpenVote {
    const cancel = this.#options.clock.after(limits.voteOpenMs, () => this.#end(on));
    const vote: OpenVote = { agreed: new Set(), by, cancel };
    this.#open.set(on, vote);
    return vote;
  }

  #count(on: MemberId, vote: OpenVote): Author | undefined {
    if (vote.agreed.size >= this.#needed()) return vote.by;
    this.#tell(on, vote);
    return undefined;
  }

  #tell(on: MemberId, { agreed }: OpenVote): void {
    if (agreed.size === 0) this.#end(on);
    else this.#options.onChange({ memberId: on, agreed: agreed.size, needed: this.#needed() });
  }

  #end(on: MemberId): void {
    const vote = this.#open.get(on);
    if (!vote) return;
    vote.cancel();
    this.#open.delete(on);
    this.#options.onChange({ memberId: on, agreed: 0, needed: this.#needed() });
  }

  #needed(): number {
    return Math.max(limits.votersAtLeast, Math.floor(this.#electorate().size / 2) + 1);
  }

  #electorate(): Set<string> {
    const { clock, members } = this.#options;
    const since = clock.wallMs() - limits.voteAfterMs;
    const long = [...members()].filter(({ present, joinedAtMs }) => present && joinedAtMs <= since);
    return new Set(long.map(({ author }) => personOf(author)));
  }
}
