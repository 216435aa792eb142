import { useCallback, useSyncExternalStore } from 'react';
import { useInside } from '../room/inside.tsx';

/** The track of a camera or screen, once it comes. */
export function usePicture(id: string): MediaStreamTrack | undefined {
  const { room } = useInside();
  const read = useCallback(() => room.pictures.get(id), [room, id]);
  const subscribe = useCallback((listener: () => void) => room.onPictures(listener), [room]);
  return useSyncExternalStore(subscribe, read, read);
}
