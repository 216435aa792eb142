'use client';

import type { Member } from '@earshot/client';
import { type ReactNode, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { undoBan } from './undo-ban.ts';
import { type Act, useAct } from './use-act.ts';
import { useHostDesk } from './use-host-desk.ts';

/** What cannot simply be taken back, and is asked about first. */
export type Grave = 'shadow' | 'remove' | 'ban' | 'handOver' | 'vote';

export const graveHeadings = {
  shadow: 'host.shadowAsk',
  remove: 'host.removeAsk',
  ban: 'host.banAsk',
  handOver: 'host.handOverAsk',
  vote: 'host.voteAsk',
} as const satisfies Record<Grave, string>;

const words = {
  shadow: { what: 'host.shadowWhat', does: 'host.doShadow' },
  remove: { what: 'host.removeWhat', does: 'host.doRemove' },
  ban: { what: 'host.banWhat', does: 'host.doBan' },
  handOver: { what: 'host.handOverWhat', does: 'host.doHandOver' },
  vote: { what: 'host.voteWhat', does: 'host.doVote' },
} as const;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Says what is about to happen to whom, under the heading that asks it. The focus begins at the way back. */
export function ConfirmAct({
  what,
  member,
  onDone,
  onBack,
}: {
  what: Grave;
  member: Member;
  /** @param gone whether they go with it, and all that stands beside their name. */
  onDone: (gone: boolean) => void;
  onBack: () => void;
}) {
  const t = useText();
  const { hosting } = useInside().room;
  const act = useAct();
  const desk = useHostDesk();
  const back = useFocusOnMount<HTMLButtonElement>();
  const [forMs, setForMs] = useState<number | undefined>(10 * minuteMs);
  const { id, name } = member;

  const acts: Readonly<Record<Grave, Act>> = {
    shadow: {
      does: () => hosting.shadowMute(id, true),
      did: t('host.didShadow', { name }),
      undo: () => hosting.shadowMute(id, false),
    },
    remove: { does: () => hosting.remove(id), did: t('host.didRemove', { name }) },
    ban: {
      does: () => hosting.ban(id, forMs === undefined ? {} : { forMs }),
      did: t('host.didBan', { name }),
      undo: async () => {
        await act({ does: () => undoBan(hosting, member), did: t('host.didUnban', { name }) });
      },
    },
    handOver: { does: () => hosting.handOver(id), did: t('host.didHandOver', { name }) },
    vote: { does: () => hosting.voteToRemove(id, true).then(() => desk.voted(id, true)) },
  };

  return (
    <div className="grid gap-4">
      <p className="text-soft wrap-anywhere">{t(words[what].what)}</p>
      {what === 'ban' && <BanLengths value={forMs} onChange={setForMs} />}
      <div className="flex flex-wrap gap-2">
        <Button ref={back} pad="snug" className="flex-1" onClick={onBack}>
          {t('lobby.cancel')}
        </Button>
        <Button
          look={what === 'remove' || what === 'ban' ? 'leave' : 'on'}
          pad="snug"
          className="flex-1"
          onClick={() => {
            onDone(what === 'remove' || what === 'ban');
            void act(acts[what]);
          }}
        >
          {t(words[what].does)}
        </Button>
      </div>
    </div>
  );
}

function BanLengths({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (forMs: number | undefined) => void;
}) {
  const t = useText();
  const format = useFormat();
  const lengths: readonly (readonly [number | undefined, ReactNode])[] = [
    [10 * minuteMs, format.duration(10 * minuteMs)],
    [dayMs, format.duration(dayMs)],
    [undefined, t('host.forGood')],
  ];
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{t('host.banFor')}</legend>
      {lengths.map(([forMs, label]) => (
        <label
          key={forMs ?? 0}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 hover:bg-sunken"
        >
          <input
            type="radio"
            name="ban-length"
            checked={value === forMs}
            onChange={() => onChange(forMs)}
            className="size-5 accent-ink"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
