import type { KeyMemory, Member } from '@earshot/client';
import { readStored, writeStored } from '../ui/stored.ts';

export const knownKeysKey = 'earshot.keys';
/** Whoever was met longest ago is forgotten first. */
const mostPeople = 300;

/** Somebody's key in one room, and whether it was compared aloud. */
type Entry = readonly [place: string, key: string, compared: boolean];

type Someone = Pick<Member, 'name' | 'key'>;

/** By which keys people were known in a room, kept in this browser. */
export function keyMemory(room: string): KeyMemory {
  return {
    recall: (member) => find(place(room, member))?.[1],
    keep: (member, key) => keep([place(room, member), key, false]),
  };
}

/** Whether somebody's key was compared aloud; `changed` where it was another one. */
export function comparison(room: string, member: Someone, key: string): 'compared' | 'changed' | 'never' {
  const [, known, compared] = find(place(room, member)) ?? [];
  if (known === key) return compared ? 'compared' : 'never';
  return known === undefined ? 'never' : 'changed';
}

/** Takes this key for theirs from now on. */
export function markCompared(
  room: string,
  member: Someone,
  { key, compared }: { key: string; compared: boolean },
): void {
  keep([place(room, member), key, compared]);
}

function find(at: string): Entry | undefined {
  return read().find(([place]) => place === at);
}

function keep(entry: Entry): void {
  const others = read().filter(([at]) => at !== entry[0]);
  writeStored(knownKeysKey, JSON.stringify([...others, entry].slice(-mostPeople)));
}

function read(): Entry[] {
  try {
    const list: unknown = JSON.parse(readStored(knownKeysKey) ?? '[]');
    return Array.isArray(list) ? list.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry)) return false;
  const [at, key, compared] = entry as unknown[];
  return typeof at === 'string' && typeof key === 'string' && typeof compared === 'boolean';
}

/**
 * A name in a room, so mixed that whoever looks into this browser is told of neither: nobody guesses the name of a
 * private room. Two of FNV-1a with other beginnings, 64 bits; a collision would only warn once too often.
 */
function place(room: string, { name }: Someone): string {
  const text = `${room}\n${name.normalize('NFKC').toLowerCase()}`;
  return [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at += 1) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
      }
      return hash.toString(36);
    })
    .join('-');
}
