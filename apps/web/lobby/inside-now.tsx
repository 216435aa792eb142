'use client';

import type { RoomGlance } from '@earshot/protocol';
import { useEffect, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { Avatar } from '../ui/avatar.tsx';
import { watchDoor } from './glance.ts';
import { LacksKey } from './lacks-key.tsx';

const mostDiscs = 5;
const mostNames = 3;

/** Who is in the room already, and who talks there; how many only, where no names are told. Nothing until it is known. */
export function InsideNow({
  room,
  asked,
  onLocked,
  onKey,
}: {
  room: string;
  /** Somebody who set out without the room's key is asked for it in another place, or will be. */
  asked: boolean;
  onLocked: (locked: boolean) => void;
  /** The key that the link lacked is there. */
  onKey: () => void;
}) {
  const t = useText();
  const [glance, setGlance] = useState<RoomGlance>();
  useEffect(
    () =>
      watchDoor(room, (seen) => {
        setGlance(seen);
        onLocked(seen.locked === true);
      }),
    [room, onLocked],
  );
  if (!glance) return null;
  const { people, faces, topic, locked, encrypted } = glance;
  return (
    <>
      {topic && (
        <p dir="auto" className="wrap-anywhere">
          {topic}
        </p>
      )}
      {faces.length > 0 && <Discs faces={faces} more={people - Math.min(mostDiscs, faces.length)} />}
      <p className="text-soft">
        {people === 0 ? t('inside.nobody') : <Names glance={glance} />}
        {locked && <span className="block font-semibold text-ink">{t('inside.locked')}</span>}
      </p>
      {encrypted && !asked && <LacksKey room={room} onKey={onKey} />}
    </>
  );
}

function Names({ glance: { people, talking: count, faces } }: { glance: RoomGlance }) {
  const t = useText();
  const { list } = useFormat();
  if (faces.length === 0) {
    return (
      <>
        {t('inside.people', { count: people })}
        <Talking>{count > 0 && t('inside.somebodyTalks', { count })}</Talking>
      </>
    );
  }
  const named = faces.slice(0, mostNames).map(({ name }) => isolated(name));
  const others = people - named.length;
  const names = list(others > 0 ? [...named, t('inside.others', { count: others })] : named);
  const talking = faces.filter((face) => face.talking).map(({ name }) => isolated(name));
  const first = talking.slice(0, mostNames);
  return (
    <>
      {t('inside.who', { count: people, names })}
      <Talking>
        {first.length > 0 && t('inside.talking', { count: first.length, names: list(first) })}
      </Talking>
    </>
  );
}

function Talking({ children }: { children: string | false }) {
  return (
    children && (
      <span className="font-semibold text-ink">
        {' · '}
        {children}
      </span>
    )
  );
}

/** A name of the other writing direction keeps to itself (UAX #9, isolates). */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function Discs({ faces, more }: { faces: RoomGlance['faces']; more: number }) {
  return (
    <span aria-hidden="true" className="circle max-sm:hidden">
      {faces.slice(0, mostDiscs).map(({ name, emoji, talking }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nobody tells two of the same name apart from here.
        <span key={`${name} ${place}`} data-speaking={talking} className="circle-disc">
          <span className="voice-ring block">
            <span className="voice-reach" />
            <Avatar seed={name} name={name} emoji={emoji} className="text-xs" />
          </span>
        </span>
      ))}
      {more > 0 && <span className="ps-1.5 text-sm text-soft">+{more}</span>}
    </span>
  );
}
