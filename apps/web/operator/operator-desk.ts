import type { OperatorBan, OperatorOverview, OperatorReport, OperatorRoom } from '@earshot/protocol';
import type { OperatorClient } from './operator-client.ts';
import { type OperatorProblem, problemOf } from './operator-problem.ts';
import { Roll } from './roll.ts';

export const sections = ['reports', 'rooms', 'bans', 'words', 'switches'] as const;
export type Section = (typeof sections)[number];

/** What was just done, with the way to take it back where there is one. */
export interface Note {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

export interface DeskSnapshot {
  readonly overview: OperatorOverview;
  readonly section: Section;
  /** What rooms are searched for. */
  readonly query: string;
  /** The server did not answer the last time. */
  readonly stale: boolean;
  readonly note: Note | undefined;
}

interface OperatorDeskOptions {
  client: OperatorClient;
  overview: OperatorOverview;
  section: Section;
  /** The server lets this token in no more, or has no such page. */
  onLockedOut(problem: OperatorProblem): void;
}

/** What the operator sees of the server, for as long as they are signed in. */
export class OperatorDesk {
  readonly client: OperatorClient;
  readonly reports: Roll<OperatorReport>;
  readonly rooms: Roll<OperatorRoom>;
  readonly bans: Roll<OperatorBan>;
  readonly #options: OperatorDeskOptions;
  readonly #listeners = new Set<() => void>();
  #snapshot: DeskSnapshot;
  #refreshed: Promise<void> = Promise.resolve();

  constructor(options: OperatorDeskOptions) {
    const { client, overview, section } = options;
    this.#options = options;
    this.client = client;
    this.#snapshot = { overview, section, query: '', stale: false, note: undefined };
    this.reports = new Roll({
      idOf: ({ id }) => id,
      page: async (before) => {
        const { reports, hasOlder } = await client.reports(before);
        return { items: reports, next: hasOlder ? reports.at(-1)?.id : undefined };
      },
    });
    this.rooms = new Roll({
      idOf: ({ name }) => name,
      page: async (after) => {
        const { rooms, next } = await client.rooms(this.#snapshot.query.trim(), after);
        return { items: rooms, next };
      },
    });
    this.bans = new Roll({
      idOf: ({ id }) => id,
      page: async () => ({ items: (await client.bans()).bans, next: undefined }),
    });
  }

  readonly snapshot = (): DeskSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes to another section. The one that is left is put in order behind one's back. */
  open(section: Section): void {
    this.#roll(this.#snapshot.section)?.settle();
    this.#change({ section });
    void this.refresh().then(() => this.#roll(section)?.settle());
  }

  /** Looks for other rooms, with the next `refresh`. */
  search(query: string): void {
    this.#change({ query });
    this.rooms.turn();
  }

  /** Reads the bans, and shows them all: somebody has just added one. */
  async showBans(): Promise<void> {
    await this.bans.refresh().catch(() => {});
    this.bans.settle();
  }

  tell(note: Note | undefined): void {
    this.#change({ note });
  }

  /** Reads what can be seen, after everything that was done until now. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshed = this.#refreshed.then(() => this.#refresh());
    return this.#refreshed;
  }

  /** What went wrong, and the end of it all where the server lets nobody in with this token. */
  fail(error: unknown): OperatorProblem {
    const problem = problemOf(error);
    if (problem === 'rejected' || problem === 'absent') this.#options.onLockedOut(problem);
    return problem;
  }

  async #refresh(): Promise<void> {
    try {
      const [overview] = await Promise.all([
        this.client.overview(),
        this.#roll(this.#snapshot.section)?.refresh(),
      ]);
      this.#change({ overview, stale: false });
    } catch (error) {
      this.fail(error);
      this.#change({ stale: true });
    }
  }

  #roll(section: Section): Roll<OperatorReport> | Roll<OperatorRoom> | Roll<OperatorBan> | undefined {
    return section === 'words' || section === 'switches' ? undefined : this[section];
  }

  #change(part: Partial<DeskSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
