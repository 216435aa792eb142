'use client';

import type { Room } from '@earshot/client';
import { useEffect } from 'react';
import { useInside } from './inside.tsx';

declare global {
  interface Window {
    /** For the curious: `earshot.room` in the console is the room one is in, with its tracks and statistics. */
    readonly earshot?: { readonly room: Room };
  }
}

/** Shows the room to the console, read-only, as long as one is in it. */
export function ConsoleAid() {
  const { room } = useInside();
  useEffect(() => {
    Object.defineProperty(window, 'earshot', { value: Object.freeze({ room }), configurable: true });
    return () => {
      Reflect.deleteProperty(window, 'earshot');
    };
  }, [room]);
  return null;
}
