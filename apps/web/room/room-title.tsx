'use client';

import { useStore } from 'zustand';
import { useText } from '../i18n/language.ts';
import { useRoomAccess } from './room-provider.tsx';
import type { RoomStore } from './room-store.ts';

const titles = { live: 'room.titleLive', muted: 'room.titleMuted', off: 'room.titleListening' } as const;

/** The tab says which room this is and whether one can be heard. */
export function RoomTitle({ store }: { store: RoomStore }) {
  const t = useText();
  const { room } = useRoomAccess();
  const microphone = useStore(store, (snapshot) => snapshot.self.microphone);
  return <title>{t(titles[microphone], { room })}</title>;
}
