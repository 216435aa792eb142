'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { clientLibrary } from '../room/client-library.ts';
import type { OutputDesk } from './output-desk.ts';
import type { OutputState } from './output-state.ts';

const nowhere = () => () => {};

/** This page's loudspeakers, once the client library is there; `look`: what is plugged in is read again. */
export function useOutputs(): { desk: OutputDesk | undefined; state: OutputState | undefined } {
  const [desk, setDesk] = useState<OutputDesk>();
  useEffect(() => {
    let gone = false;
    clientLibrary().then(
      ({ outputs }) => !gone && setDesk(outputs),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  const read = useCallback(() => desk?.state, [desk]);
  const state = useSyncExternalStore(desk?.subscribe ?? nowhere, read, read);
  // What is plugged in changes by itself, without the state.
  const readOutputs = useCallback(() => desk?.outputs, [desk]);
  useSyncExternalStore(desk?.subscribe ?? nowhere, readOutputs, readOutputs);
  return { desk, state };
}
