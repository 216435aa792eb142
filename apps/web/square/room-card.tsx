import type { RoomListing } from '@earshot/protocol';
import { Clock3 } from 'lucide-react';
import { memo, startTransition, useEffect, useState } from 'react';
import { roomPath } from '../home/room-link.ts';
import { useFormat, useText } from '../i18n/language.ts';
import { Circle } from './circle.tsx';
import { inTurn } from './in-turn.ts';
import { useMinute } from './use-minute.ts';

/** One public room: all of the card is its link. */
export const RoomCard = memo(function RoomCard({
  room,
  over,
  place,
  size,
  lead,
  row,
  measure,
  height,
}: {
  room: RoomListing;
  over: boolean;
  /** From 1 on. */
  place: number;
  /** How many there are in all; -1 while nobody knows. */
  size: number;
  /** Room for those above that are not drawn, in CSS pixels. */
  lead: number;
  /** Of the first card of a row: its number from 0 on, and who wants to know how high it is. */
  row: number | undefined;
  measure: ((card: HTMLLIElement | null) => void) | undefined;
  /** Where it flies past too quickly to be read: how high it is taken to be, in CSS pixels. It shows its name only. */
  height: number | undefined;
}) {
  // What flew past comes to a halt, and is filled card by card.
  const [standIn, setStandIn] = useState(height);
  const due = standIn !== undefined && height === undefined;
  useEffect(() => (due ? inTurn(() => startTransition(() => setStandIn(undefined))) : undefined), [due]);
  const { name, language } = room;
  return (
    <li
      ref={measure}
      data-index={row}
      data-room={name}
      data-over={over}
      aria-posinset={place}
      aria-setsize={size}
      className="room-card"
      style={{ marginBlockStart: lead, blockSize: standIn }}
    >
      {/* Filled around its link: one that has the focus keeps it. */}
      <div className="flex items-start justify-between gap-3">
        <Name name={name} />
        {standIn === undefined && language && <Language language={language} />}
      </div>
      {standIn === undefined && <Inside room={room} over={over} />}
    </li>
  );
});

const Inside = memo(function Inside({ room, over }: { room: RoomListing; over: boolean }) {
  const t = useText();
  const { name, topic, tags, people, talking, startedAtMs } = room;
  return (
    <>
      {topic && (
        <p dir="auto" className="line-clamp-2 text-soft wrap-anywhere">
          {topic}
        </p>
      )}
      {tags.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-sm text-soft">
          {tags.map((tag) => (
            <bdi key={tag} className="max-w-full truncate">
              <span aria-hidden="true">#</span>
              {tag}
            </bdi>
          ))}
        </p>
      )}
      <div className="mt-auto grid gap-2 pt-2">
        <Circle room={name} people={people} talking={talking} />
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p className="text-sm">
            {over ? (
              t('square.over')
            ) : (
              <>
                <span className="font-semibold">{t('square.people', { count: people })}</span>
                {talking > 0 && (
                  <>
                    <span aria-hidden="true"> · </span>
                    <span className="font-semibold">{t('square.talking', { count: talking })}</span>
                  </>
                )}
              </>
            )}
          </p>
          {!over && <Since startedAtMs={startedAtMs} />}
        </div>
      </div>
    </>
  );
});

function Language({ language }: { language: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className="shrink-0 rounded-full border border-line px-2 text-sm leading-6 text-soft">
      <span className="sr-only">{t('square.language')} </span>
      {format.language(language)}
    </span>
  );
}

function Name({ name }: { name: string }) {
  return (
    <h3 className="min-w-0 text-lg leading-snug font-semibold">
      <a href={roomPath(name)} className="room-card-link">
        <bdi>{name}</bdi>
      </a>
    </h3>
  );
}

function Since({ startedAtMs }: { startedAtMs: number }) {
  const t = useText();
  const format = useFormat();
  const minutes = Math.floor((useMinute() - startedAtMs) / 60_000);
  if (minutes < 1) return <p className="text-sm text-soft">{t('square.justOpened')}</p>;
  const time = format.duration(minutes * 60_000);
  return (
    <p className="flex items-center gap-1.5 text-sm text-soft">
      <Clock3 aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true">{time}</span>
      <span className="sr-only">{t('square.since', { time })}</span>
    </p>
  );
}
