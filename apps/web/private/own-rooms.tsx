'use client';

import type { OwnRoom } from '@earshot/client/own-rooms';
import { LockKeyhole, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { roomPath } from '../home/room-link.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';

const store = () => import('@earshot/client/own-rooms');

/** The private rooms whose keys are in this browser. */
export function OwnRooms() {
  const t = useText();
  const [rooms, setRooms] = useState<readonly OwnRoom[]>([]);
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    let here = true;
    void store()
      .then(({ ownRooms }) => ownRooms())
      .then((found) => here && setRooms(found));
    return () => {
      here = false;
    };
  }, []);
  if (rooms.length === 0) return null;

  function forget(room: string) {
    setAsked(undefined);
    setRooms(rooms.filter((each) => each.room !== room));
    void store().then(({ forgetOwnRoom }) => forgetOwnRoom(room));
  }

  return (
    <section aria-labelledby="own-rooms" className="grid gap-3">
      <h2 id="own-rooms" className="font-semibold text-soft">
        {t('ownRooms.heading')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {rooms.map(({ room, name }) => (
          <li key={room} className="max-w-full">
            {asked === room ? (
              <ForgetAsk name={name} onForget={() => forget(room)} onKeep={() => setAsked(undefined)} />
            ) : (
              <span className="flex items-center rounded-full border border-line bg-surface hover:border-edge">
                <a
                  href={roomPath(room)}
                  className="flex min-h-11 min-w-0 items-center gap-2 rounded-s-full ps-4 pe-1 font-medium no-underline"
                >
                  <LockKeyhole aria-hidden="true" className="size-4 shrink-0 text-soft" />
                  <bdi className="truncate">{name}</bdi>
                </a>
                <IconButton
                  icon={X}
                  label={t('home.forget', { room: name })}
                  className="text-soft"
                  onClick={() => setAsked(room)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A key that is forgotten comes back from nowhere. */
function ForgetAsk({ name, onForget, onKeep }: { name: string; onForget: () => void; onKeep: () => void }) {
  const t = useText();
  const keep = useFocusOnMount<HTMLButtonElement>();
  return (
    <div className="grid gap-3 rounded-md border border-line bg-surface p-4">
      <p className="wrap-anywhere">{t('ownRooms.forgetAsk', { room: name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button ref={keep} pad="snug" onClick={onKeep}>
          {t('ownRooms.keep')}
        </Button>
        <Button pad="snug" look="leave" onClick={onForget}>
          {t('ownRooms.forget')}
        </Button>
      </div>
    </div>
  );
}
