'use client';

import { LockKeyhole, X } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useStored } from '../ui/stored.ts';
import { forget, parseRecents, recentsKey } from './recents.ts';
import { roomPath } from './room-link.ts';

/** The rooms this browser has been in, newest first. Nothing at all on a first visit. */
export function RecentRooms() {
  const t = useText();
  const [stored, store] = useStored(recentsKey);
  const recents = parseRecents(stored);
  if (recents.length === 0) return null;

  return (
    <section aria-labelledby="recents" className="grid gap-3">
      <h2 id="recents" className="font-semibold text-soft">
        {t('home.recent')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {recents.map(({ room, name = room }) => (
          <li
            key={room}
            className="flex max-w-full items-center rounded-full border border-line bg-surface hover:border-edge"
          >
            <a
              href={roomPath(room)}
              className="flex min-h-11 min-w-0 items-center rounded-s-full ps-4 pe-1 font-medium no-underline"
            >
              {name !== room && <LockKeyhole aria-hidden="true" className="me-2 size-4 shrink-0 text-soft" />}
              <bdi className="truncate">{name}</bdi>
            </a>
            <IconButton
              icon={X}
              label={t('home.forget', { room: name })}
              className="text-soft"
              onClick={() => store(JSON.stringify(forget(recents, room)))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
