import { isPrivateRoom } from '@earshot/protocol';
import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/language.ts';
import { useRoomAccess } from './room-provider.tsx';

/** What private rooms are called and about, by those who know them. In memory alone. */
const names = new Map<string, string>();
const topics = new Map<string, string>();
const listeners = new Set<() => void>();

export function nameRoom(room: string, name: string, topic = topics.get(room) ?? ''): void {
  if (names.get(room) === name && topics.get(room) === topic) return;
  names.set(room, name);
  topics.set(room, topic);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What to call this page's room: as its link does, and a private one as its owner does, where that is known. */
export function useRoomLabel(): string {
  const t = useText();
  const { room } = useRoomAccess();
  const read = () => names.get(room) ?? '';
  const name = useSyncExternalStore(subscribe, read, read);
  return name || (isPrivateRoom(room) ? t('lobby.private') : room);
}

/** What this page's room is about, where it is private and that is known; else empty. */
export function useSealedTopic(): string {
  const { room } = useRoomAccess();
  const read = () => topics.get(room) ?? '';
  return useSyncExternalStore(subscribe, read, () => '');
}
