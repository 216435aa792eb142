import type { Clock } from '@earshot/lifetime';
import { limits, type Puzzle, type PuzzleSolution, RpcError } from '@earshot/protocol';
import { connectBudget, type Dealing, failureBudget, keyBudgets, prefixBudgets } from './budgets.ts';
import { difficulty, type Load } from './difficulty.ts';
import type { HouseRules } from './house/house-rules.ts';
import { Ledger } from './ledger.ts';
import { OpenCount } from './open-count.ts';
import type { Party } from './party.ts';
import { type Purpose, PuzzleDesk } from './puzzle-desk.ts';
import { TextWatch } from './texts/text-watch.ts';

interface Ledgers {
  readonly prefix: Ledger;
  readonly key: Ledger;
}

interface GuardOptions {
  clock: Clock;
  load: { readonly load: Load; joinTried(): void };
  house: HouseRules;
}

/**
 * Stands before everything that a crowd of machines could ask for. In good times, and for whoever asks for no
 * more than a household would, it only counts; beyond that it wants puzzles solved, harder ones for more; and
 * far beyond it refuses. Everything is charged to the address prefix and to the key.
 */
export class Guard {
  /** What the operator says. */
  readonly house: HouseRules;
  readonly #load: GuardOptions['load'];
  readonly #desk: PuzzleDesk;
  readonly #ledgers: Readonly<Record<Dealing, Ledgers>>;
  readonly #connects: Ledger;
  readonly #failures: Ledger;
  readonly #open = new OpenCount();
  readonly #texts: TextWatch;

  constructor({ clock, load, house }: GuardOptions) {
    this.house = house;
    this.#load = load;
    this.#desk = new PuzzleDesk({ clock });
    this.#texts = new TextWatch({ clock });
    const ledgers = (dealing: Dealing): Ledgers => ({
      prefix: new Ledger({ clock, budget: prefixBudgets[dealing] }),
      key: new Ledger({ clock, budget: keyBudgets[dealing] }),
    });
    this.#ledgers = { joins: ledgers('joins'), rooms: ledgers('rooms'), messages: ledgers('messages') };
    this.#connects = new Ledger({ clock, budget: connectBudget });
    this.#failures = new Ledger({ clock, budget: failureBudget });
  }

  /** @returns its undo, for when the connection ends; undefined where there are too many of this prefix. */
  connect(prefix: string): (() => void) | undefined {
    const tooMany = this.#open.of(prefix) >= limits.connectionsPerPrefix;
    if (tooMany || this.#connects.waitMs(prefix) > 0 || this.#failures.waitMs(prefix) > 0) return undefined;
    this.#connects.charge(prefix);
    return this.#open.open(prefix);
  }

  /** The puzzle to say hello with; undefined in good times. */
  greet(prefix: string): Puzzle | undefined {
    const bits = this.#bits({ prefix, key: '' }, ['joins']);
    return bits > 0 ? this.#desk.issue('join', { bits, prefix }) : undefined;
  }

  /**
   * Counts one more join.
   * @param opens Whether it opens a room.
   * @throws RpcError `puzzle_required`, `rate_limited`
   */
  admit(party: Party, { opens, solution }: { opens: boolean; solution: PuzzleSolution | undefined }): void {
    this.#load.joinTried();
    const purpose = opens && this.#bits(party, ['rooms']) > 0 ? 'create' : 'join';
    this.#pass(party, { purpose, dealings: opens ? ['joins', 'rooms'] : ['joins'], solution });
  }

  /**
   * Counts one more private room that is made, or changed, without anybody coming in.
   * @throws RpcError `puzzle_required`, `rate_limited`
   */
  found(party: Party, solution: PuzzleSolution | undefined): void {
    this.#pass(party, { purpose: 'create', dealings: ['rooms'], solution });
  }

  /**
   * Counts one more message of the chat.
   * @param behind Whether it comes after one whose puzzle is still being solved, and has to wait as that does.
   * @throws RpcError `puzzle_required`, `rate_limited`
   */
  post(party: Party, solution: PuzzleSolution | undefined, behind = false): void {
    const leastBits = behind ? limits.puzzleBitsLeast : 0;
    this.#pass(party, { purpose: 'post', dealings: ['messages'], solution, leastBits });
  }

  /**
   * Looks at what is to be said, and what a file is called that goes with it.
   * @throws RpcError `held`: the detail is `words`, `repeated` or `links`
   */
  read(party: Party, text: string, fileName = ''): void {
    if (this.house.refuses(text) || this.house.refuses(fileName))
      throw new RpcError('held', { detail: 'words' });
    this.#texts.check(party, text);
  }

  /** Something that they asked for was refused, and not for being too much. */
  failed(prefix: string): void {
    this.#failures.charge(prefix);
  }

  #pass(party: Party, { purpose, dealings, solution, leastBits = 0 }: Pass): void {
    const waitMs = Math.max(...dealings.flatMap((dealing) => this.#waits(party, dealing)));
    if (waitMs > 0) throw new RpcError('rate_limited', { detail: `for ${waitMs} ms` });
    const { prefix, key } = party;
    const bits = Math.max(leastBits, this.#bits(party, dealings));
    const purposes: Purpose[] = purpose === 'join' ? ['join', 'create'] : [purpose];
    if (bits > 0 && !(solution && this.#desk.redeem(solution, { purposes, prefix, bits }))) {
      throw new RpcError('puzzle_required', { puzzle: this.#desk.issue(purpose, { bits, prefix }) });
    }
    for (const dealing of dealings) {
      this.#ledgers[dealing].prefix.charge(prefix);
      if (key) this.#ledgers[dealing].key.charge(key);
    }
  }

  #waits({ prefix, key }: Party, dealing: Dealing): number[] {
    const ledgers = this.#ledgers[dealing];
    return [ledgers.prefix.waitMs(prefix), key ? ledgers.key.waitMs(key) : 0];
  }

  #bits({ prefix, key }: Party, dealings: readonly Dealing[]): number {
    const strains = dealings.flatMap((dealing) => {
      const ledgers = this.#ledgers[dealing];
      return [ledgers.prefix.strain(prefix), key ? ledgers.key.strain(key) : 0];
    });
    const strain = Math.max(this.#failures.strain(prefix), ...strains);
    return difficulty({ load: this.#load.load, strain });
  }
}

interface Pass {
  purpose: Purpose;
  dealings: readonly Dealing[];
  solution: PuzzleSolution | undefined;
  leastBits?: number;
}
