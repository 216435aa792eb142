import type { EnteringStep } from '@earshot/client';
import type { ClosedRoom } from '@earshot/client/private';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type EntryProblem, entryRefusal, type PrivateProblem } from '../room/entry-problem.ts';
import { heldSecret, holdSecret } from '../room/room-secrets.ts';

/** Where one stands before a private room. */
export type DoorState =
  | { readonly at: 'knocking' }
  | { readonly at: 'asking'; readonly door: ClosedRoom }
  | { readonly at: 'unlocking'; readonly door: ClosedRoom; readonly step: EnteringStep }
  | DoorStopped;

export interface DoorStopped {
  readonly at: 'stopped';
  readonly problem: EntryProblem | PrivateProblem;
  readonly waitMs?: number | undefined;
}

const knocking: DoorState = { at: 'knocking' };

/** Looks at the room's record, and works the keys out of what it takes. The page then goes on by itself. */
export function useDoor(room: string) {
  const [state, setState] = useState<DoorState>(knocking);
  const attempt = useRef<AbortController>(undefined);

  const unlock = useCallback(
    async (door: ClosedRoom, password: string) => {
      const { signal } = renewed(attempt);
      const { linkKey } = heldSecret(room);
      const onEntering = (step: EnteringStep) => {
        if (!signal.aborted) setState({ at: 'unlocking', door, step });
      };
      try {
        await door.unlock(
          { password, ...(linkKey && linkKey !== 'broken' && { linkKey }) },
          { signal, onEntering },
        );
        if (signal.aborted) return;
        const { mode } = door;
        holdSecret(room, { mode, opened: true, ...(mode !== 'link' && { password }) });
      } catch (error) {
        if (!signal.aborted) setState({ at: 'stopped', ...entryRefusal(error) });
      }
    },
    [room],
  );

  const knock = useCallback(async () => {
    const { signal } = renewed(attempt);
    setState(knocking);
    try {
      if (!('RTCRtpScriptTransform' in window)) throw new UnsupportedHere();
      const { lookAtDoor } = await import('./private-client.ts');
      const door = await lookAtDoor(room, signal);
      if (signal.aborted) return;
      const { linkKey } = heldSecret(room);
      // Whoever has the whole link is asked nothing.
      if (door.mode === 'link' && linkKey && linkKey !== 'broken') return await unlock(door, '');
      setState({ at: 'asking', door });
    } catch (error) {
      if (!signal.aborted) setState({ at: 'stopped', ...entryRefusal(error) });
    }
  }, [room, unlock]);

  useEffect(() => {
    void knock();
    return () => attempt.current?.abort();
  }, [knock]);

  return {
    state,
    knock: () => void knock(),
    unlock: (password: string) => {
      if (state.at === 'asking') void unlock(state.door, password);
    },
    cancel: () => {
      attempt.current?.abort();
      if (state.at === 'unlocking') setState({ at: 'asking', door: state.door });
    },
  };
}

/** Only one thing is under way at a time. */
function renewed(attempt: { current: AbortController | undefined }): AbortController {
  attempt.current?.abort();
  attempt.current = new AbortController();
  return attempt.current;
}

/** As the client says it, before anything of the client is here. */
class UnsupportedHere extends Error {
  override readonly name = 'EntryError';
  readonly code = 'encryption_unsupported';
}
