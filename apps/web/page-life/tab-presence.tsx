'use client';

import { useEffect } from 'react';
import { useRoomAccess } from '../room/room-provider.tsx';
import { standIn } from './own-tabs.ts';

/** This browser's other tabs know that this one is in the room, and may have it leave. */
export function TabPresence() {
  const { room, visit } = useRoomAccess();
  useEffect(() => standIn(room, { onLeave: () => visit.leave() }), [room, visit]);
  return null;
}
