'use client';

import type { Room, RoomSnapshot } from '@earshot/client';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { mirror, type RoomStore } from './room-store.ts';

interface Inside {
  readonly room: Room;
  readonly store: RoomStore;
}

const InsideContext = createContext<Inside | undefined>(undefined);

/** The room one is in, for everything that is drawn inside of it. */
export function InsideProvider({ room, children }: { room: Room; children: ReactNode }) {
  const [{ store, follow }] = useState(() => mirror(room));
  useEffect(follow, [follow]);
  const inside = useMemo(() => ({ room, store }), [room, store]);
  return <InsideContext value={inside}>{children}</InsideContext>;
}

export function useInside(): Inside {
  const inside = useContext(InsideContext);
  if (!inside) throw new Error('useInside outside of a room');
  return inside;
}

/** A part of the room's snapshot; draws again when that part changes. */
export function useSnapshot<Part>(select: (snapshot: RoomSnapshot) => Part): Part {
  return useStore(useInside().store, select);
}
