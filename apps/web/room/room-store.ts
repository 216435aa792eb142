import type { Room, RoomSnapshot } from '@earshot/client';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type RoomStore = StoreApi<RoomSnapshot>;

/** The room's snapshot where React can see it, and nothing else. `follow` keeps it so; it returns its undo. */
export function mirror(room: Room): { store: RoomStore; follow: () => () => void } {
  const store = createStore<RoomSnapshot>(() => room.snapshot);
  const copy = () => store.setState(room.snapshot, true);
  const follow = () => {
    copy();
    return room.subscribe(copy);
  };
  return { store, follow };
}
