import { type Clock, Emitter } from '@earshot/lifetime';
import { RpcError } from '@earshot/protocol';
import { WordList } from '../texts/word-list.ts';
import { Bars, type Visitor } from './bars.ts';

/** What is turned off for everybody. */
export interface Switches {
  readonly noNewRooms: boolean;
  readonly noListing: boolean;
}

/** Texts by what they are, as `name` or `topic`. */
type Texts = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How a room presents itself. */
interface Presented {
  readonly name: string;
  readonly topic: string;
  readonly tags: readonly string[];
}

/**
 * What the operator says who and what may be on this server. Everything that has to hold everywhere is asked
 * here and nowhere else.
 */
export class HouseRules {
  /** `changed`: what may be listed is another. */
  readonly events = new Emitter<{ changed: [] }>();
  readonly bars: Bars;
  #words = new WordList([]);
  #switches: Switches = { noNewRooms: false, noListing: false };

  constructor(clock: Clock) {
    this.bars = new Bars(clock);
  }

  get words(): readonly string[] {
    return this.#words.words;
  }

  get switches(): Switches {
    return this.#switches;
  }

  setSwitches(switches: Switches): void {
    this.#switches = switches;
    this.events.emit('changed');
  }

  setWords(words: readonly string[]): void {
    this.#words = new WordList(words);
    this.events.emit('changed');
  }

  /** @throws RpcError `barred` */
  checkVisitor(visitor: Visitor): void {
    this.bars.check(visitor);
  }

  /** Before a room is opened that nobody has made yet. @throws RpcError `no_new_rooms` */
  checkNewRoom(): void {
    if (this.#switches.noNewRooms) throw new RpcError('no_new_rooms');
  }

  /** @throws RpcError `words_refused`, with which of them as its detail */
  checkTexts(texts: Texts): void {
    for (const [what, text = ''] of Object.entries(texts)) {
      if ([text].flat().some((each) => this.refuses(each)))
        throw new RpcError('words_refused', { detail: what });
    }
  }

  /** Whether a word stands in it that may not. */
  refuses(text: string): boolean {
    return this.#words.finds(text);
  }

  mayList({ name, topic, tags }: Presented): boolean {
    return !this.#switches.noListing && ![name, topic, ...tags].some((text) => this.refuses(text));
  }
}
