import { type Clock, Emitter } from '@earshot/lifetime';
import {
  FileFrame,
  FileOffer,
  limits,
  type Member,
  type MemberId,
  readContent,
  topics,
  writeContent,
} from '@earshot/protocol';
import { type Seats, seatsOf } from '../data/topics.ts';
import type { Posts } from '../private/sealed-posts.ts';
import { Download } from './download.ts';
import { FileServer } from './file-server.ts';
import { OfferedFiles } from './offered-files.ts';
import type { RoomFiles, Transfer } from './room-files.ts';

/** Bytes that may be on their way here at once, of all files together. */
const windowBytes = 4 * limits.fileReadBytes;
/** Files that are fetched at once; the next ones wait. */
const maxMoving = 4;
/** What one writes waits behind no more of a file than this. */
const queuedBytes = 8 * limits.fileChunkBytes;

/** Where files come and go: one's present stay in the room. */
interface Session {
  readonly line: Pick<Posts, 'post' | 'queuedBytes'>;
  readonly seats: Seats;
  members(): readonly Pick<Member, 'id' | 'key'>[];
}

interface Fetching {
  readonly download: Download;
  readonly owner: MemberId;
  readonly ownerKey: string;
}

/**
 * The files of one room, over any number of connections to it: what was offered can still be fetched, and
 * what was being fetched goes on from the same byte, after either side was lost and came back.
 */
export class FileDesk implements RoomFiles {
  readonly #clock: Clock;
  readonly #offered = new OfferedFiles();
  readonly #server: FileServer;
  readonly #fetching = new Map<string, Fetching>();
  readonly #drained = new Emitter<{ drained: [] }>();
  #session: Session | undefined;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
    this.#server = new FileServer({
      files: this.#offered,
      send: (to, frame) => this.#post(to, frame),
      room: () => this.#roomForMore(),
    });
  }

  offer(file: Blob & { readonly name: string }): Promise<FileOffer> {
    return this.#offered.add(file);
  }

  withdraw(id: string): void {
    this.#offered.remove(id);
  }

  fetch(offer: FileOffer, owner: MemberId): Transfer {
    const safe = FileOffer.parse(offer);
    // The id is the owner's word, and another's file may bear the same.
    const key = `${owner} ${safe.id} ${safe.sha256}`;
    const known = this.#fetching.get(key);
    if (known) return known.download;
    const download = new Download({
      clock: this.#clock,
      offer: safe,
      ask: (frame) => this.#ask(key, frame),
      window: () => this.#windowOf(key),
      onEnd: () => {
        this.#fetching.delete(key);
        for (const each of this.#fetching.values()) each.download.askOn();
      },
    });
    const ownerKey = this.#session?.members().find(({ id }) => id === owner)?.key ?? '';
    this.#fetching.set(key, { download, owner, ownerKey });
    return download;
  }

  /** One is in the room (again). Returns its undo. */
  attach(session: Session): () => void {
    this.#session = session;
    for (const { download } of this.#fetching.values()) download.resume();
    return () => {
      if (this.#session !== session) return;
      this.#session = undefined;
      this.#server.clear();
      this.#drained.emit('drained');
      for (const { download } of this.#fetching.values()) download.pause();
    };
  }

  /** Something of what one sent has arrived. */
  drained(): void {
    this.#drained.emit('drained');
  }

  take(from: MemberId, content: Uint8Array): void {
    const frame = readContent(FileFrame, content);
    if (frame.do === 'read' || frame.do === 'stop') this.#server.take(from, frame);
    else this.#takeOf(from, frame);
  }

  memberJoined(): void {
    for (const { download } of this.#fetching.values()) {
      if (download.snapshot.at === 'paused') download.resume();
    }
  }

  memberLeft(id: MemberId): void {
    this.#server.forget(id);
    for (const { download, owner } of this.#fetching.values()) if (owner === id) download.pause();
  }

  #takeOf(from: MemberId, frame: Extract<FileFrame, { do: 'bytes' | 'gone' }>): void {
    for (const [key, { download }] of [...this.#fetching]) {
      if (download.offer.id !== frame.id || this.#ownerOf(key) !== from) continue;
      if (frame.do === 'gone') download.fail('file_gone');
      else download.take(frame.at, frame.bytes);
    }
  }

  /** The owner as they are in the room now: the same member, or whoever has the same key. */
  #ownerOf(key: string): MemberId | undefined {
    const fetching = this.#fetching.get(key);
    const members = this.#session?.members() ?? [];
    const { owner, ownerKey } = fetching ?? {};
    const present = members.find(({ id }) => id === owner);
    return (present ?? members.find((each) => each.key !== '' && each.key === ownerKey))?.id;
  }

  #ask(key: string, frame: FileFrame): boolean {
    const owner = this.#ownerOf(key);
    if (owner === undefined) return false;
    this.#post(owner, frame).catch(() => {});
    return true;
  }

  /** The first few share the window; whoever comes later waits for a place. */
  #windowOf(key: string): number {
    const place = [...this.#fetching.keys()].indexOf(key);
    return place < maxMoving ? Math.floor(windowBytes / Math.min(this.#fetching.size, maxMoving)) : 0;
  }

  async #post(to: MemberId, frame: FileFrame): Promise<void> {
    const session = this.#session;
    if (!session) return;
    await session.line.post(topics.file, writeContent(frame), seatsOf([to], session.seats));
  }

  async #roomForMore(): Promise<void> {
    while (this.#session && this.#session.line.queuedBytes > queuedBytes) {
      await new Promise<void>((resolve) => {
        const undo = this.#drained.on('drained', () => {
          undo();
          resolve();
        });
      });
    }
  }
}
