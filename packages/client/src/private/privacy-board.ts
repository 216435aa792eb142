import type { Clock } from '@earshot/lifetime';
import { limits, type MemberId, type RoomMeta } from '@earshot/protocol';
import type { MemberTrust } from './member-trust.ts';
import { type Privacy, type PrivacyProblem, sameProblem } from './privacy.ts';
import { SafetyCounting } from './safety-counting.ts';

interface PrivacyBoardOptions extends Pick<Privacy, 'kind' | 'problems'> {
  trust: Pick<MemberTrust, 'all' | 'signingKeys' | 'safetyNumber'>;
  meta: RoomMeta | undefined;
  clock: Clock;
}

/** What people are told of how private their room is. */
export class PrivacyBoard {
  readonly #options: Pick<PrivacyBoardOptions, 'kind' | 'trust'>;
  #onPrivacy: (privacy: Privacy) => void = () => {};
  #problems: readonly PrivacyProblem[];
  #proveAgain: Privacy['proveAgain'];
  #meta: RoomMeta | undefined;
  #safetyNumber = '';
  readonly #counting: SafetyCounting;

  constructor({ problems, meta, clock, ...options }: PrivacyBoardOptions) {
    this.#options = options;
    this.#problems = problems;
    this.#meta = meta;
    this.#counting = new SafetyCounting({
      clock,
      count: () => options.trust.safetyNumber(),
      onCounted: (number) => {
        this.#safetyNumber = number;
        this.#publish();
      },
    });
  }

  get privacy(): Privacy {
    const { kind, trust } = this.#options;
    return {
      kind,
      safetyNumber: this.#safetyNumber,
      members: trust.all,
      signingKeys: trust.signingKeys,
      problems: this.#problems,
      ...(this.#meta && { meta: this.#meta }),
      ...(this.#proveAgain && { proveAgain: this.#proveAgain }),
    };
  }

  /** Tells of every change from now on. */
  show(onPrivacy: (privacy: Privacy) => void): void {
    this.#onPrivacy = onPrivacy;
  }

  /** Tells of none any more. */
  close(): void {
    this.#counting.close();
    this.#onPrivacy = () => {};
  }

  /** Counts the safety number before anybody looks. */
  async count(): Promise<void> {
    this.#safetyNumber = await this.#options.trust.safetyNumber();
  }

  peopleChanged(): void {
    this.#publish();
    this.#counting.changed();
  }

  askAgain(proveAgain: NonNullable<Privacy['proveAgain']>): void {
    this.#proveAgain = proveAgain;
    this.#publish();
  }

  /** Nothing is to be proved any more, and what the room is called is sealed with the new secret. */
  proved(meta: RoomMeta | undefined): void {
    this.#proveAgain = undefined;
    this.#meta = meta;
    this.#publish();
  }

  report(problem: PrivacyProblem): void {
    if (this.#problems.length >= limits.roomMembers) return;
    if (this.#problems.some((known) => sameProblem(known, problem))) return;
    this.#problems = [...this.#problems, problem];
    this.#publish();
  }

  clear(problem: PrivacyProblem): void {
    const others = this.#problems.filter((known) => !sameProblem(known, problem));
    if (others.length === this.#problems.length) return;
    this.#problems = others;
    this.#publish();
  }

  /** Whatever was said of this member. They are gone, which is told by itself. */
  forget(id: MemberId): void {
    this.#problems = this.#problems.filter((problem) => !('memberId' in problem) || problem.memberId !== id);
  }

  #publish(): void {
    this.#onPrivacy(this.privacy);
  }
}
