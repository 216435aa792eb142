import { useEffect, useState, useSyncExternalStore } from 'react';
import { Door, type DoorState } from './door.ts';

const knocking: DoorState = { at: 'knocking' };

/** The door of the room that this page stands before. */
export function useDoor(room: string): { door: Door; state: DoorState } {
  const [door] = useState(() => new Door({ room, look: (signal) => look(room, signal) }));
  const state = useSyncExternalStore(
    door.subscribe,
    () => door.state,
    () => knocking,
  );
  useEffect(() => {
    void door.knock();
    return () => door.close();
  }, [door]);
  return { door, state };
}

async function look(room: string, signal: AbortSignal) {
  if (!('RTCRtpScriptTransform' in window)) throw new UnsupportedHere();
  const { lookAtDoor } = await import('./private-client.ts');
  return lookAtDoor(room, signal);
}

/** As the client says it, before anything of the client is here. */
class UnsupportedHere extends Error {
  override readonly name = 'EntryError';
  readonly code = 'encryption_unsupported';
}
