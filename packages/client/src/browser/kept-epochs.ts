import { createStore, get, update } from 'idb-keyval';
import { BriefEpochs, type EpochMemory } from '../private/epoch-memory.ts';

/** Where IndexedDB takes nothing. */
const brief = new BriefEpochs();

let opened: ReturnType<typeof createStore> | undefined;
function store(): ReturnType<typeof createStore> {
  opened ??= createStore('earshot-rooms', 'epochs');
  return opened;
}

/** By a hash of the room's name: whoever looks into this browser is told of no room that they do not know. */
async function place(room: string): Promise<string> {
  const bytes = new TextEncoder().encode(`earshot/1/epoch${room}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash.subarray(0, 16)));
}

/** Kept in this browser. */
export const keptEpochs: EpochMemory = {
  async newest(room) {
    const kept = await get<number>(await place(room), store()).catch(() => undefined);
    return kept ?? brief.newest(room);
  },
  async saw(room, epoch) {
    await brief.saw(room, epoch);
    await update<number>(await place(room), (kept = 0) => Math.max(kept, epoch), store()).catch(() => {});
  },
};
