'use client';

import type { Room } from '@earshot/client';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../i18n/language.ts';
import { LevelRings } from './level-rings.ts';
import type { RoomStore } from './room-store.ts';
import { Seat } from './seat.tsx';

/** Everybody in the room, oneself first. */
export function Seats({ room, store }: { room: Room; store: RoomStore }) {
  const t = useText();
  const [rings] = useState(() => new LevelRings());
  const self = useStore(store, (snapshot) => snapshot.self);
  const members = useStore(store, (snapshot) => snapshot.members);
  const count = members.length + 1;

  useEffect(() => room.onLevels((levels) => rings.hear(levels)), [room, rings]);

  return (
    <div className="m-auto grid w-full justify-items-center gap-6 px-4 py-6 sm:px-8">
      <ul aria-label={t('room.seats')} data-crowd={crowd(count)} className="seats">
        <Seat member={self} own rings={rings} />
        {members.map((member) => (
          <Seat key={member.id} member={member} own={false} rings={rings} />
        ))}
      </ul>
      {count === 1 && <p className="text-center text-balance text-soft">{t('room.alone')}</p>}
    </div>
  );
}

/** How close people have to sit. */
function crowd(count: number): 'one' | 'few' | 'some' | 'many' | 'full' {
  if (count === 1) return 'one';
  if (count <= 3) return 'few';
  if (count <= 6) return 'some';
  return count <= 15 ? 'many' : 'full';
}
