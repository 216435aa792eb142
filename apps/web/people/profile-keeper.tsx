'use client';

import { useEffect } from 'react';
import { useInside } from '../room/inside.tsx';
import { readProfile } from './own-profile.ts';

/** Brings the profile of this device along into the room. */
export function ProfileKeeper() {
  const { room } = useInside();
  useEffect(() => {
    const { name, profile } = room.snapshot.self;
    const { emoji, status } = readProfile();
    if (emoji === (profile?.emoji ?? '') && status === (profile?.status ?? '')) return;
    // One that the server does not take, of another version perhaps, is nothing to bother anybody with.
    room.setProfile({ name, emoji, status }).catch(() => {});
  }, [room]);
  return null;
}
