'use client';

import { useLayoutEffect, useRef } from 'react';
import { writeRoomName } from './room-name-script.ts';

/**
 * The room's name as a heading. The exported page does not know it: there a script writes it (`roomNameScript`)
 * before React comes, so that neither of the two may touch what the other has written.
 */
export function RoomName({ room }: { room: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (heading.current) writeRoomName(heading.current, room);
  }, [room]);
  return (
    <h1
      ref={heading}
      suppressHydrationWarning
      className="min-h-lh text-display font-bold wrap-anywhere data-long:text-title"
    >
      <bdi suppressHydrationWarning>{''}</bdi>
    </h1>
  );
}
