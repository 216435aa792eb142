import type { FileOffer, Message, MessageId, Room, Transfer } from '@earshot/client';

/** Files on their way out that are not messages yet. */
export interface Preparing {
  readonly key: number;
  readonly name: string;
  readonly at: 'reading' | 'failed';
}

/** Pictures up to this size are fetched without asking: less than a web page. */
const pictureBytes = 2_000_000;

/**
 * The files of one room's chat: those one sends, and those one fetches, whether the panel is open or not, and
 * over any number of connections to the room.
 */
export class FileShelf {
  #room: Room;
  readonly #own = new Map<string, File>();
  readonly #transfers = new Map<string, Transfer>();
  readonly #listeners = new Set<() => void>();
  #preparing: readonly Preparing[] = [];
  #keys = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  /** One has come back after a lost connection. What was on its way goes on. */
  moveTo(room: Room): void {
    this.#room = room;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get preparing(): readonly Preparing[] {
    return this.#preparing;
  }

  /** Whether a file is being read to be sent, or is on its way here. */
  get busy(): boolean {
    return (
      this.#preparing.some(({ at }) => at === 'reading') ||
      [...this.#transfers.values()].some(
        ({ snapshot: { at } }) => at === 'waiting' || at === 'moving' || at === 'paused',
      )
    );
  }

  /** Says a message with files: the words and the first file together, each further file by itself. */
  async send(
    files: readonly File[],
    { text, replyTo }: { text: string; replyTo?: MessageId | undefined },
  ): Promise<void> {
    const waiting = files.map((file) => ({ file, key: ++this.#keys }));
    this.#change([
      ...this.#preparing,
      ...waiting.map(({ file, key }) => ({ key, name: file.name, at: 'reading' as const })),
    ]);
    const reply = replyTo === undefined ? {} : { replyTo };
    let words = text;
    for (const { file, key } of waiting) {
      try {
        const offer = await this.#room.files.offer(file);
        this.#own.set(`${offer.id} ${offer.sha256}`, file);
        this.#room.chat.send({ text: words, file: offer, ...(words === text ? reply : {}) });
        words = '';
        this.forget(key);
      } catch {
        this.#change(this.#preparing.map((each) => (each.key === key ? { ...each, at: 'failed' } : each)));
      }
    }
    // The words were not the file's: they are said even where it could not be read.
    if (words !== '') this.#room.chat.send({ text: words, ...reply });
  }

  /** Takes away the note that a file could not be read. */
  forget(key: number): void {
    this.#change(this.#preparing.filter((each) => each.key !== key));
  }

  /** One's own file, as long as this page stands. */
  own(message: Message, { id, sha256 }: FileOffer): File | undefined {
    return message.own ? this.#own.get(`${id} ${sha256}`) : undefined;
  }

  /** The file of a message that did not come to be: it is offered no more, and can go with another one. */
  takeBack(message: Message): File | undefined {
    const file = message.file && this.own(message, message.file);
    if (message.file && file) {
      this.#own.delete(`${message.file.id} ${message.file.sha256}`);
      this.#room.files.withdraw(message.file.id);
    }
    return file;
  }

  transfer(message: Message, offer: FileOffer): Transfer | undefined {
    return this.#transfers.get(keyOf(message, offer));
  }

  /** Fetches the file of a message; again, where that failed or was cancelled. `onWhole` gets it once, when it is whole. */
  fetch(message: Message, offer: FileOffer, { onWhole }: { onWhole?: (file: Blob) => void } = {}): void {
    const transfer = this.#room.files.fetch(offer, message.author.id);
    this.#transfers.set(keyOf(message, offer), transfer);
    if (onWhole) whenWhole(transfer, onWhole);
    this.#tell();
  }

  #change(preparing: readonly Preparing[]): void {
    this.#preparing = preparing;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A transfer that is over has no news: nothing is left behind where it fails or is cancelled. */
function whenWhole(transfer: Transfer, onWhole: (file: Blob) => void): void {
  const stop = transfer.subscribe(() => {
    const { at, blob } = transfer.snapshot;
    if (at !== 'done' || !blob) return;
    stop();
    onWhole(blob);
  });
}

/** A file's id is its author's word, and another's file may bear the same. */
function keyOf({ author }: Message, { id, sha256 }: FileOffer): string {
  return `${author.id} ${id} ${sha256}`;
}

/** Whether a file is fetched as soon as it is seen. */
export function isSmallPicture({ mime, sizeBytes }: FileOffer): boolean {
  return sizeBytes <= pictureBytes && /^image\/(?:png|jpeg|gif|webp|avif)$/.test(mime);
}

const shelves = new WeakMap<Room, FileShelf>();
let last: { readonly name: string; readonly shelf: FileShelf } | undefined;

/** The shelf of a room. Who comes back to a room finds their files, and those that were on their way. */
export function fileShelf(room: Room): FileShelf {
  const known = shelves.get(room);
  if (known) return known;
  const { name } = room.snapshot.room;
  const shelf = last?.name === name ? last.shelf : new FileShelf(room);
  shelf.moveTo(room);
  shelves.set(room, shelf);
  last = { name, shelf };
  return shelf;
}
