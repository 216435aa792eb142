import { BriefVolumes, type Heard, type Volume, type VolumeMemory } from '@earshot/client';
import { readStored, writeStored } from '../ui/stored.ts';

const storedKey = 'earshot.volumes';
/** The person whose volume was set longest ago is forgotten first. */
const mostPeople = 200;

type Entry = readonly [key: string, volume: number, muted: boolean];

/**
 * Volumes of people, by their key, in this browser. Those without a key are remembered as long as the page
 * stands. Storage is read once: other tabs have their own until they are opened again.
 */
export class StoredVolumes implements VolumeMemory {
  readonly #brief = new BriefVolumes();
  readonly #people = new Map<string, Volume>(
    readEntries(readStored(storedKey)).map(([key, volume, muted]) => [key, { volume, muted }]),
  );

  recall(person: Heard): Volume | undefined {
    return person.key ? this.#people.get(person.key) : this.#brief.recall(person);
  }

  keep(person: Heard, volume: Volume | undefined): void {
    if (!person.key) {
      this.#brief.keep(person, volume);
      return;
    }
    this.#people.delete(person.key);
    if (volume) this.#people.set(person.key, volume);
    const entries = [...this.#people].slice(-mostPeople);
    if (entries.length < this.#people.size) this.#people.delete([...this.#people.keys()][0] ?? '');
    writeStored(storedKey, JSON.stringify(entries.map(([key, each]) => [key, each.volume, each.muted])));
  }
}

/** What is stored may be older than this version, or broken: entries that do not fit are left out. */
export function readEntries(text: string | null): Entry[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isEntry).slice(-mostPeople) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry)) return false;
  const [key, volume, muted] = entry as unknown[];
  return (
    typeof key === 'string' &&
    typeof volume === 'number' &&
    volume >= 0 &&
    volume <= 2 &&
    typeof muted === 'boolean'
  );
}
