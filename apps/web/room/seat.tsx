'use client';

import type { Member } from '@earshot/client';
import { Headphones, MicOff } from 'lucide-react';
import { memo, useCallback } from 'react';
import { useText } from '../i18n/language.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { LevelRings } from './level-rings.ts';

/** One person. The ring around them is drawn by `rings`, outside of React. */
export const Seat = memo(function Seat({
  member,
  own,
  rings,
}: {
  member: Member;
  own: boolean;
  rings: LevelRings;
}) {
  const t = useText();
  const { id, seat, name, presence, microphone } = member;
  const away = presence === 'away';
  const watch = useCallback(
    (element: HTMLLIElement | null) => (element ? rings.watch(id, element) : undefined),
    [id, rings],
  );

  return (
    <li
      ref={watch}
      data-member-id={id}
      data-microphone={microphone}
      data-presence={presence}
      data-speaking="false"
      className="seat isolate grid justify-items-center gap-4 text-center"
    >
      <div className="voice-ring w-(--avatar)">
        <Avatar
          seat={seat}
          name={name}
          className={`text-(length:--initials) ${away ? 'opacity-40 grayscale' : microphone === 'off' ? 'opacity-75' : ''}`}
        />
        {microphone !== 'live' && !away && <Badge microphone={microphone} />}
      </div>
      <div className="w-full min-w-0">
        <p className="line-clamp-2 font-semibold leading-snug wrap-anywhere" title={name}>
          <bdi>{name}</bdi>
        </p>
        {(own || microphone !== 'live') && (
          <p data-own={own} className="seat-state text-sm text-soft">
            {own && t('room.you')}
            {own && microphone !== 'live' && ' · '}
            {away && t('room.away')}
            {!away && microphone === 'muted' && t('room.muted')}
            {!away && microphone === 'off' && t('room.listening')}
          </p>
        )}
      </div>
    </li>
  );
});

function Badge({ microphone }: { microphone: 'muted' | 'off' }) {
  const Icon = microphone === 'muted' ? MicOff : Headphones;
  return (
    <span
      aria-hidden="true"
      className={`absolute end-[2%] bottom-[2%] grid aspect-square w-[30%] max-w-9 min-w-6 place-items-center rounded-full border-2 border-ground ${
        microphone === 'muted' ? 'bg-alert-ground text-alert' : 'bg-sunken text-soft'
      }`}
    >
      <Icon className="size-[55%]" />
    </span>
  );
}
