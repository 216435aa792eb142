import type { CancelTimer, Clock } from '@earshot/lifetime';
import { limits, type MemberId, RpcError, type Vote } from '@earshot/protocol';
import type { Author } from '../chat/chat-author.ts';

/** Somebody in the room, as far as votes are concerned. */
export interface Voter {
  readonly author: Author;
  /** Where they come from; undefined where that says nothing. */
  readonly addressPrefix: string | undefined;
  readonly present: boolean;
  readonly joinedAtMs: number;
}

interface VotesOptions {
  clock: Clock;
  members(): Iterable<Voter>;
  onChange(vote: Vote): void;
}

interface OpenVote {
  /** Those who agree. How many voices they have is counted anew each time. */
  readonly agreed: Set<MemberId>;
  readonly by: Author;
  readonly cancel: CancelTimer;
}

/**
 * The votes to remove somebody in a room that nobody owns. A person has one voice, however many tabs they have: a
 * key is a person, and those without one are one person for each address prefix.
 */
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
    if (voter.id === on) throw new RpcError('wrong_state', { detail: 'that is you' });
    if (!this.#mayVote(voter)) {
      throw new RpcError('wrong_state', { detail: 'not here for long enough' });
    }
    const vote = this.#open.get(on) ?? (agree ? this.#begin(on, voter) : undefined);
    if (!vote) return undefined;
    const before = this.#agreed(vote);
    if (agree) vote.agreed.add(voter.id);
    else this.#withdraw(vote, voter);
    return this.#agreed(vote) === before ? undefined : this.#count(on, vote);
  }

  /** Somebody is not among the members any more. */
  left({ id }: Author): void {
    this.#end(id);
    for (const [on, vote] of [...this.#open]) if (vote.agreed.delete(id)) this.#tell(on, vote);
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
    if (this.#agreed(vote) >= this.#needed()) return vote.by;
    this.#tell(on, vote);
    return undefined;
  }

  #tell(on: MemberId, vote: OpenVote): void {
    const agreed = this.#agreed(vote);
    if (agreed === 0) this.#end(on);
    else this.#options.onChange({ memberId: on, agreed, needed: this.#needed() });
  }

  #end(on: MemberId): void {
    const vote = this.#open.get(on);
    if (!vote) return;
    vote.cancel();
    this.#open.delete(on);
    this.#options.onChange({ memberId: on, agreed: 0, needed: this.#needed() });
  }

  #needed(): number {
    return Math.max(limits.votersAtLeast, Math.floor(voices(this.#electorate()) / 2) + 1);
  }

  /** A newcomer does not speak for others of their household; another tab of the same person does. */
  #mayVote({ id, key }: Author): boolean {
    return this.#electorate().some(({ author }) => author.id === id || (key !== '' && author.key === key));
  }

  /** A person takes their voice back in any of their tabs; others of their household keep theirs. */
  #withdraw({ agreed }: OpenVote, { id, key }: Author): void {
    for (const { author } of this.#options.members()) {
      if (author.id === id || (key !== '' && author.key === key)) agreed.delete(author.id);
    }
  }

  #agreed({ agreed }: OpenVote): number {
    return voices([...this.#options.members()].filter(({ author }) => agreed.has(author.id)));
  }

  #electorate(): Voter[] {
    const { clock, members } = this.#options;
    const since = clock.wallMs() - limits.voteAfterMs;
    return [...members()].filter(({ present, joinedAtMs }) => present && joinedAtMs <= since);
  }
}

/** How many persons they are. */
function voices(voters: readonly Voter[]): number {
  return new Set(voters.map(({ author, addressPrefix }) => author.key || addressPrefix || author.id)).size;
}
