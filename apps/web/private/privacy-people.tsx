'use client';

import type { Member } from '@earshot/client';
import { useText } from '../i18n/language.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { markCompared } from './known-keys.ts';
import { type PersonTrust, useTrust } from './use-trust.ts';

/** Everyone else, how far one can be sure of them, and a mark for those whom one has made sure of. */
export function PrivacyPeople() {
  const t = useText();
  const members = useSnapshot((snapshot) => snapshot.members);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="font-semibold">{t('privacy.people')}</h3>
      {members.length === 0 && <p className="text-soft">{t('privacy.alone')}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden">
        {members.map((member) => (
          <Person key={member.id} member={member} />
        ))}
      </ul>
    </section>
  );
}

const words = {
  compared: 'privacy.compared',
  verified: 'privacy.verified',
  changed: 'privacy.changed',
  unverified: 'privacy.unverified',
} as const satisfies Record<PersonTrust, string>;

function Person({ member }: { member: Member }) {
  const t = useText();
  const { room } = useRoomAccess();
  const inside = useInside();
  const trust = useTrust(member);
  const { id, name } = member;
  const doubtful = trust === 'changed' || trust === 'unverified';

  function mark(compared: boolean) {
    const key = inside.room.snapshot.privacy.signingKeys.get(id);
    if (key !== undefined) markCompared(room, member, { key, compared });
  }

  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
      <PersonAvatar member={member} className="row-span-2 mt-0.5 w-9 text-xs" />
      <p className="flex min-w-0 flex-wrap gap-x-2">
        <bdi className="truncate font-medium">{name}</bdi>
        {trust && (
          <span className={doubtful ? 'font-semibold text-alert' : 'text-soft'}>{t(words[trust])}</span>
        )}
      </p>
      <div className="grid gap-1">
        {doubtful && (
          <p className="text-sm text-soft">
            {t(trust === 'changed' ? 'privacy.changedHint' : 'privacy.unverifiedHint')}
          </p>
        )}
        {trust && trust !== 'unverified' && (
          <label className="flex min-h-9 cursor-pointer items-center gap-2 justify-self-start text-sm">
            <input
              type="checkbox"
              checked={trust === 'compared'}
              onChange={({ target }) => mark(target.checked)}
              aria-label={t('privacy.markOf', { name })}
              className="size-5 accent-ink"
            />
            {t('privacy.markCompared')}
          </label>
        )}
      </div>
    </li>
  );
}
