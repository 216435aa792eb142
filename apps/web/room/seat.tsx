'use client';

import type { Member } from '@earshot/client';
import { memo, useCallback } from 'react';
import { useText } from '../i18n/language.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { personMenus } from '../people/person-slots.ts';
import type { LevelRings } from './level-rings.ts';
import { SeatBadges } from './seat-badges.tsx';

/** One person. The ring around them is drawn by `rings`, outside of React. */
export const Seat = memo(function Seat({
  member,
  own,
  handPlace,
  rings,
}: {
  member: Member;
  own: boolean;
  /** 1 for the first hand that went up; undefined while theirs is down. */
  handPlace: number | undefined;
  rings: LevelRings;
}) {
  const t = useText();
  const { id, name, role, presence, microphone, microphoneRight, profile, shadowMuted } = member;
  const away = presence === 'away';
  const watch = useCallback(
    (element: HTMLLIElement | null) => (element ? rings.watch(id, element) : undefined),
    [id, rings],
  );
  const state = away
    ? t('room.away')
    : shadowMuted
      ? t('shadow.muted')
      : microphone === 'muted'
        ? t(microphoneRight ? 'floor.withheld' : 'room.muted')
        : microphone === 'off'
          ? t(role === 'listener' ? 'role.listener' : 'room.listening')
          : '';
  const faded = away ? 'opacity-40 grayscale' : microphone === 'off' ? 'opacity-75' : '';

  return (
    <li
      ref={watch}
      data-member-id={id}
      data-microphone={microphone}
      data-presence={presence}
      data-hand={handPlace}
      data-speaking="false"
      className="seat isolate relative grid shrink-0 justify-items-center text-center"
    >
      <div className="voice-ring w-(--avatar)">
        <span className="voice-reach" />
        <PersonAvatar member={member} className={`text-(length:--initials) ${faded}`} />
        <SeatBadges member={member} handPlace={handPlace} />
      </div>
      <div className="w-full min-w-0 px-1">
        <p dir="auto" className="seat-name font-semibold leading-snug wrap-anywhere" title={name}>
          {name}
        </p>
        {(own || state) && (
          <p className="truncate text-sm text-soft">
            {own && t('room.you')}
            {own && state && <span className="seat-detail"> · </span>}
            {state && <span className="seat-detail">{state}</span>}
          </p>
        )}
        {profile?.status && (
          <p dir="auto" className="seat-detail truncate text-sm text-soft" title={profile.status}>
            {profile.status}
          </p>
        )}
      </div>
      {!own && personMenus.map(({ id: slot, Slot }) => <Slot key={slot} member={member} />)}
    </li>
  );
});
