'use client';

import { useText } from '../i18n/language.ts';
import { useSnapshot } from './inside.tsx';
import { useRoomAccess } from './room-provider.tsx';

const titles = { live: 'room.titleLive', muted: 'room.titleMuted', off: 'room.titleListening' } as const;

/** The tab says which room this is and whether one can be heard. */
export function RoomTitle() {
  const t = useText();
  const { room } = useRoomAccess();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  return <title>{t(titles[microphone], { room })}</title>;
}
