'use client';

import type { Member } from '@earshot/client';
import { Headphones, Mic, MicOff } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import { PersonAvatar } from './person-avatar.tsx';

/** Everybody in the room as a list, oneself first. */
export function PeoplePanel() {
  const t = useText();
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  return (
    <ul aria-label={t('room.seats')} className="grid grid-cols-[minmax(0,1fr)] gap-1 p-3">
      {[self, ...members].map((member) => (
        <PersonLine key={member.id} member={member} own={member.id === self.id} />
      ))}
    </ul>
  );
}

const states = {
  live: { icon: Mic, words: 'people.live', look: 'text-soft' },
  muted: { icon: MicOff, words: 'room.muted', look: 'text-alert' },
  off: { icon: Headphones, words: 'room.listening', look: 'text-soft' },
} as const;

function PersonLine({ member, own }: { member: Member; own: boolean }) {
  const t = useText();
  const { icon: Icon, words, look } = states[member.microphone];
  return (
    <li className="flex min-h-14 items-center gap-3 rounded-md px-2">
      <PersonAvatar member={member} className="w-10 shrink-0 text-sm" />
      <div className="min-w-0 flex-1">
        <p className="flex font-medium" title={member.name}>
          <bdi className="truncate">{member.name}</bdi>
        </p>
        {own && <p className="text-sm text-soft">{t('room.you')}</p>}
      </div>
      <span title={t(words)} className={`shrink-0 ${look}`}>
        <Icon aria-hidden="true" className="size-5" />
        <span className="sr-only">{t(words)}</span>
      </span>
    </li>
  );
}
