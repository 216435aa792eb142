'use client';

import type { ComponentType } from 'react';
import { Announcer } from './announcer.tsx';
import { ConsoleAid } from './console-aid.tsx';
import { RoomShortcuts } from './room-shortcuts.tsx';
import { RoomTitle } from './room-title.tsx';

/** What goes along with a visit and has no place of its own on the screen: keys, titles, announcements. */
export const companions: readonly ComponentType[] = [Announcer, RoomTitle, RoomShortcuts, ConsoleAid];

export function Companions() {
  return companions.map((Companion, index) => <Companion key={Companion.name || index} />);
}
