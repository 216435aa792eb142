'use client';

import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { CopyLink } from '../share/copy-link.tsx';
import { useInside, useSnapshot } from './inside.tsx';
import { LevelRings } from './level-rings.ts';

import { Seat } from './seat.tsx';

/** Everybody in the room, oneself first. */
export function Seats() {
  const { room } = useInside();
  const t = useText();
  const [rings] = useState(() => new LevelRings());
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
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
      {count === 1 && (
        <div className="grid justify-items-center gap-4">
          <p className="text-center text-balance text-soft">{t('room.alone')}</p>
          <CopyLink />
        </div>
      )}
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
