/**
 * What is written and not sent, for one room and this tab: it outlives a reload, two tabs do not write over
 * each other, and it is gone with the tab, as on a shared computer it should be.
 */
const key = (room: string) => `earshot.draft.${room}`;
const inMemory = new Map<string, string>();

export function readDraft(room: string): string {
  try {
    return sessionStorage.getItem(key(room)) ?? inMemory.get(room) ?? '';
  } catch {
    return inMemory.get(room) ?? '';
  }
}

export function keepDraft(room: string, text: string): void {
  inMemory.clear();
  if (text !== '') inMemory.set(room, text);
  try {
    if (text === '') sessionStorage.removeItem(key(room));
    else sessionStorage.setItem(key(room), text);
  } catch {
    // Blocked or full: the copy in memory lasts as long as the page.
  }
}
