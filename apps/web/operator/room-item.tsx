'use client';

import { isPrivateRoom, type OperatorRoom, type Person } from '@earshot/protocol';
import { EyeOff, Flag, Globe, KeyRound, Link2, Lock, type LucideIcon, ShieldCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useMinute } from '../square/use-minute.ts';
import { Button } from '../ui/button.tsx';
import { BanDialog } from './ban-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { Disclosure } from './disclosure.tsx';
import { PersonMark } from './person-mark.tsx';
import { RoomName } from './room-name.tsx';
import { whoIs } from './who-is.ts';

const minuteMs = 60_000;

/** A room: what it is about, what holds in it, who is inside, and the way to end it. */
export function RoomItem({ room, over }: { room: OperatorRoom; over: boolean }) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const minutes = Math.max(1, Math.floor((useMinute() - room.startedAtMs) / minuteMs));
  const [closing, setClosing] = useState(false);
  const [banned, setBanned] = useState<{ person: Person; prefix: string | undefined }>();
  const { name, topic, people } = room;

  return (
    <li
      data-room={name}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-md border border-line bg-surface p-4 sm:px-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 id={`${id}-name`} className="font-semibold text-lg">
            <RoomName room={name} />
          </h3>
          {isPrivateRoom(name) && <p className="text-soft text-sm">{t('operator.handleWhat')}</p>}
          {topic && (
            <p dir="auto" className="wrap-anywhere">
              {topic}
            </p>
          )}
          <p className="text-soft text-sm">
            {over ? t('operator.roomOver') : t('square.since', { time: format.duration(minutes * minuteMs) })}
          </p>
        </div>
        {!over && (
          <Button
            pad="snug"
            aria-haspopup="dialog"
            id={`${id}-close`}
            aria-labelledby={`${id}-close ${id}-name`}
            onClick={() => setClosing(true)}
          >
            {t('operator.closeRoom')}
          </Button>
        )}
      </div>
      <Marks room={room} />
      {!over && people.length > 0 && (
        <Disclosure summary={t('square.people', { count: people.length })}>
          <ul className="grid gap-1 pb-3">
            {people.map((person) => (
              <li key={person.memberId} className="flex flex-wrap items-center justify-between gap-x-3">
                <PersonMark name={whoIs(person)} ofKey={person.key} prefix={person.prefix} />
                <Button
                  pad="snug"
                  look="quiet"
                  aria-haspopup="dialog"
                  aria-label={t('operator.banName', { name: whoIs(person) })}
                  onClick={() => setBanned({ person, prefix: person.prefix })}
                >
                  {t('operator.ban')}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {closing && <CloseDialog room={name} onClose={() => setClosing(false)} />}
      {banned && <BanDialog {...banned} onClose={() => setBanned(undefined)} />}
    </li>
  );
}

function Marks({ room: { name, complaints, hidden, listed, locked, owned } }: { room: OperatorRoom }) {
  const t = useText();
  return (
    <ul className="flex flex-wrap gap-1.5">
      {complaints > 0 && (
        <Mark icon={Flag} words={t('operator.complaints', { count: complaints })} loud={true} />
      )}
      {hidden && <Mark icon={EyeOff} words={t('operator.hidden')} loud={true} />}
      {isPrivateRoom(name) ? (
        <Mark icon={ShieldCheck} words={t('operator.private')} />
      ) : listed ? (
        <Mark icon={Globe} words={t('about.listed')} />
      ) : (
        <Mark icon={Link2} words={t('operator.unlisted')} />
      )}
      {locked && <Mark icon={Lock} words={t('about.locked')} />}
      {owned && <Mark icon={KeyRound} words={t('operator.owned')} />}
    </ul>
  );
}

function Mark({ icon: Icon, words, loud = false }: { icon: LucideIcon; words: string; loud?: boolean }) {
  return (
    <li
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-full px-3 font-medium text-sm ${loud ? 'bg-alert-ground text-alert' : 'bg-sunken'}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {words}
    </li>
  );
}
