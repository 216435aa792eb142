import { isPrivateRoom, type RoomMeta } from '@earshot/protocol';
import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/language.ts';
import { useRoomAccess } from './room-provider.tsx';

/** What private rooms are called and about, by those who know them. In memory alone. */
const known = new Map<string, RoomMeta>();
const unknown: RoomMeta = { name: '', topic: '' };
const listeners = new Set<() => void>();

/** @param topic left out: what is known of it stays */
export function nameRoom(room: string, name: string, topic?: string): void {
  const before = metaOf(room);
  const meta = { name, topic: topic ?? before.topic };
  if (before.name === meta.name && before.topic === meta.topic) return;
  known.set(room, meta);
  for (const listener of listeners) listener();
}

function metaOf(room: string): RoomMeta {
  return known.get(room) ?? unknown;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What to call this page's room: as its link does, and a private one as its owner does, where that is known. */
export function useRoomLabel(): string {
  const t = useText();
  const { room } = useRoomAccess();
  const read = () => metaOf(room).name;
  const name = useSyncExternalStore(subscribe, read, read);
  return name || (isPrivateRoom(room) ? t('lobby.private') : room);
}

/** What this page's room is about, where it is private and that is known; else empty. */
export function useSealedTopic(): string {
  const { room } = useRoomAccess();
  const read = () => metaOf(room).topic;
  return useSyncExternalStore(subscribe, read, () => '');
}
