import { useCallback, useSyncExternalStore } from 'react';
import { clientLibrary } from '../room/client-library.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import type { Visit } from '../room/visit.ts';
import { readStored, writeStored } from '../ui/stored.ts';
import { ShareDesk, type ShareState } from './share-desk.ts';

const cameraKey = 'earshot.camera';

/** One desk to a visit: it outlives the rooms that come and go while a connection is found again. */
const desks = new WeakMap<Visit, ShareDesk>();

export function useShareDesk(): ShareDesk {
  const { visit } = useRoomAccess();
  const desk = desks.get(visit) ?? openDesk();
  desks.set(visit, desk);
  return desk;
}

/** What one shares now. */
export function useShares(): ShareState {
  const desk = useShareDesk();
  const read = useCallback(() => desk.state, [desk]);
  return useSyncExternalStore(desk.subscribe, read, read);
}

function openDesk(): ShareDesk {
  return new ShareDesk({
    openCamera: async (options) => (await clientLibrary()).openCamera(options),
    captureScreen: async () => (await clientLibrary()).captureScreen(),
    preferred: {
      read: () => readStored(cameraKey) ?? '',
      write: (deviceId) => writeStored(cameraKey, deviceId),
    },
  });
}
