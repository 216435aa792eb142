'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { useEffect } from 'react';
import { forget, parseRecents, recentsKey, visited } from '../home/recents.ts';
import { useSnapshot } from '../room/inside.tsx';
import { nameRoom } from '../room/room-label.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret } from '../room/room-secrets.ts';
import { readStored, writeStored } from '../ui/stored.ts';

/** Tells the page what its room is called, and keeps that in this browser where somebody has asked for it. */
export function PrivacyCompanion() {
  const { room } = useRoomAccess();
  const name = useSnapshot(({ privacy }) => privacy.meta?.name);
  const topic = useSnapshot(({ privacy }) => privacy.meta?.topic);

  useEffect(() => {
    if (name) nameRoom(room, name, topic);
    if (!isPrivateRoom(room)) return;
    const { remember } = heldSecret(room);
    // Made here, or its link was all it took: nobody was asked.
    if (remember === undefined) return;
    const recents = parseRecents(readStored(recentsKey));
    const next = remember
      ? visited(recents, { room, visitedAtMs: Date.now(), ...(name && { name }) })
      : forget(recents, room);
    if (remember || next.length < recents.length) writeStored(recentsKey, JSON.stringify(next));
  }, [room, name, topic]);

  return null;
}
