'use client';

import type { OperatorBan } from '@earshot/protocol';
import { useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';
import { useMinute } from '../square/use-minute.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from './disclosure.tsx';
import { HandBanDialog } from './hand-ban-dialog.tsx';
import { RollFrame } from './roll-frame.tsx';
import { useAct } from './use-act.ts';
import { useDesk } from './use-desk.ts';
import { whoIs } from './who-is.ts';

const minuteMs = 60_000;

/** Who is kept out of the whole server, the way to let them in again, and the way to add somebody. */
export function BansSection() {
  const t = useText();
  const { bans } = useDesk();
  const [adding, setAdding] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Button
        pad="snug"
        className="justify-self-start"
        aria-haspopup="dialog"
        onClick={() => setAdding(true)}
      >
        {t('operator.addBan')}
      </Button>
      <RollFrame
        roll={bans}
        named="operator.bans"
        more="log.older"
        empty={<p className="text-soft">{t('bans.none')}</p>}
      >
        {({ item, gone }) => <BanItem key={item.id} ban={item} gone={gone} />}
      </RollFrame>
      {adding && <HandBanDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function BanItem({ ban, gone }: { ban: OperatorBan; gone: boolean }) {
  const t = useText();
  const format = useFormat();
  const now = useMinute();
  const lift = useLift();
  const { key, prefix, untilMs } = ban;
  const name = whoIs(ban);
  const left =
    untilMs === undefined ? undefined : Math.ceil(Math.max(1, untilMs - now) / minuteMs) * minuteMs;
  return (
    <li
      data-ban={ban.id}
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line px-4 py-3 sm:px-5 ${gone ? 'border-dashed text-soft' : 'bg-surface'}`}
    >
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <bdi className="max-w-full font-medium wrap-anywhere">{name}</bdi>
          {key && <ShortName ofKey={key} />}
          {prefix && name !== prefix && (
            <bdi className="font-mono text-soft text-sm wrap-anywhere">{prefix}</bdi>
          )}
        </div>
        <p className="text-soft text-sm">
          {gone
            ? t('operator.banGone')
            : left === undefined
              ? t('host.forGood')
              : t('bans.left', { time: format.duration(left) })}
        </p>
        {key && (
          <Disclosure look="plain" summary={t('operator.showKey')}>
            <p className="select-all pb-1 font-mono text-sm wrap-anywhere">{key}</p>
          </Disclosure>
        )}
      </div>
      {!gone && (
        <Button pad="snug" aria-label={t('bans.unban', { name })} onClick={() => void lift(ban)}>
          {t('bans.unbanShort')}
        </Button>
      )}
    </li>
  );
}

/** Lifts a ban. Taken back, it is a new one that ends when the old one would have. */
function useLift(): (ban: OperatorBan) => Promise<void> {
  const t = useText();
  const desk = useDesk();
  const { actOrTell } = useAct();
  return ({ id, key, prefix, name, untilMs }) =>
    actOrTell(async () => {
      await desk.client.lift(id);
      const who = whoIs({ name, key, prefix });
      return {
        did: t('host.didUnban', { name: who }),
        undo: async () => {
          const forMs = untilMs === undefined ? undefined : Math.max(1_000, Math.round(untilMs - Date.now()));
          await desk.client.ban({
            ...(key !== undefined && { key }),
            ...(prefix !== undefined && { prefix }),
            ...(name !== undefined && { name }),
            ...(forMs !== undefined && { forMs }),
          });
          await desk.showBans();
          return { did: t('operator.bannedAgain', { name: who }) };
        },
      };
    });
}
