'use client';

import type { Member } from '@earshot/client';
import { Hand, Headphones, Mic, MicOff, MonitorUp, Pencil } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useFrame } from '../room/frame.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PersonAvatar } from './person-avatar.tsx';
import { personMarks, personMenus } from './person-slots.ts';

const microphones = {
  live: { icon: Mic, words: 'people.live', look: 'text-soft' },
  muted: { icon: MicOff, words: 'room.muted', look: 'text-alert' },
  off: { icon: Headphones, words: 'room.listening', look: 'text-soft' },
} as const;

/** One person in the list: picture, name, line, and what goes on with them. */
export function PersonLine({
  member,
  own,
  handPlace,
}: {
  member: Member;
  own: boolean;
  handPlace: number | undefined;
}) {
  const t = useText();
  const { openSettings } = useFrame();
  const { name, presence, streams, profile } = member;
  const away = presence === 'away';
  const about = [own && t('room.you'), away && t('room.away'), profile?.status].filter(Boolean).join(' · ');

  return (
    <li className={`flex min-h-14 items-center gap-3 rounded-md px-2 py-1 ${away ? 'opacity-70' : ''}`}>
      <PersonAvatar member={member} className="w-10 shrink-0 text-sm" />
      <div className="min-w-0 flex-1">
        <p className="flex font-medium" title={name}>
          <bdi className="truncate">{name}</bdi>
        </p>
        {about && (
          <p className="flex text-sm text-soft" title={about}>
            <bdi className="truncate">{about}</bdi>
          </p>
        )}
      </div>
      {handPlace !== undefined && (
        <span
          role="img"
          aria-label={t('people.handPlace', { place: handPlace })}
          className="flex h-7 shrink-0 items-center gap-1 rounded-full bg-ink px-2 text-sm font-bold text-ground"
        >
          <Hand aria-hidden="true" className="size-4" />
          {handPlace}
        </span>
      )}
      {personMarks.map(({ id, Slot }) => (
        <Slot key={id} member={member} />
      ))}
      {streams.some(({ source, paused }) => source === 'screen' && !paused) && (
        <Sign icon={MonitorUp} words={t('people.sharing')} look="text-soft" />
      )}
      {own ? (
        <IconButton
          icon={Pencil}
          label={t('people.editOwn')}
          onClick={() => openSettings('profile')}
          className="-my-1"
        />
      ) : (
        personMenus.map(({ id, Slot }) => <Slot key={id} member={member} />)
      )}
      {!away && <MicrophoneSign member={member} />}
    </li>
  );
}

function MicrophoneSign({ member }: { member: Member }) {
  const t = useText();
  const { icon, words, look } = microphones[member.microphone];
  const { microphone, microphoneRight, role } = member;
  if (microphone === 'muted' && microphoneRight) {
    return <Sign icon={icon} words={t('floor.withheld')} look={look} />;
  }
  if (microphone === 'off' && role === 'listener') {
    return <Sign icon={icon} words={t('role.listener')} look={look} />;
  }
  return <Sign icon={icon} words={t(words)} look={look} />;
}

function Sign({ icon: Icon, words, look }: { icon: typeof Mic; words: string; look: string }) {
  return (
    <span title={words} className={`shrink-0 ${look}`}>
      <Icon aria-hidden="true" className="size-5" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
