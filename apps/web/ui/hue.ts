/** How many avatar colours voice.css has. */
export const hues = 10;

/** The colour a person keeps: FNV-1a of their id, so that everybody sees the same one. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % hues;
}
