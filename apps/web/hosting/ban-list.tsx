'use client';

import type { Ban } from '@earshot/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { useAct } from './use-act.ts';

const minuteMs = 60_000;
const changesBans = new Set(['ban', 'unban', 'voteToRemove']);

/** Who is kept out, and the way to let them in again. */
export function BanList() {
  const t = useText();
  const act = useAct();
  const { hosting } = useInside().room;
  const [bans, setBans] = useState<readonly Ban[] | 'failed'>();
  const heading = useRef<HTMLHeadingElement>(null);

  const load = useCallback(() => hosting.bans().then(setBans, () => setBans('failed')), [hosting]);
  useEffect(() => {
    void load();
    return hosting.onLogged(({ action }) => changesBans.has(action) && void load());
  }, [hosting, load]);

  async function lift({ id, on }: Ban): Promise<void> {
    const name = on?.name || t('acted.someone');
    await act({ does: () => hosting.unban(id), did: t('host.didUnban', { name }) });
    await load();
    heading.current?.focus({ preventScroll: true });
  }

  return (
    <section className="grid gap-1.5">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        {t('bans.heading')}
      </h3>
      {bans === 'failed' && (
        <p className="flex flex-wrap items-center gap-2 text-soft">
          {t('log.failed')}
          <Button pad="snug" onClick={() => void load()}>
            {t('problem.tryAgain')}
          </Button>
        </p>
      )}
      {Array.isArray(bans) && bans.length === 0 && <p className="text-soft">{t('bans.none')}</p>}
      {Array.isArray(bans) && bans.length > 0 && (
        <ul className="grid gap-1">
          {(bans as readonly Ban[]).map((ban) => (
            <BanLine key={ban.id} ban={ban} onLift={() => void lift(ban)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BanLine({ ban: { on, by, untilMs }, onLift }: { ban: Ban; onLift: () => void }) {
  const t = useText();
  const format = useFormat();
  const name = on?.name || t('acted.someone');
  const left =
    untilMs === undefined ? undefined : Math.ceil(Math.max(1, untilMs - Date.now()) / minuteMs) * minuteMs;
  return (
    <li className="flex min-h-12 items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="flex font-medium">
          <bdi className="truncate">{name}</bdi>
        </p>
        <p className="text-sm text-soft wrap-anywhere">
          {left === undefined ? t('host.forGood') : t('bans.left', { time: format.duration(left) })}
          {' · '}
          {by ? t('bans.by', { name: by.name }) : t('bans.vote')}
        </p>
      </div>
      <Button pad="snug" aria-label={t('bans.unban', { name })} onClick={onLift}>
        {t('bans.unbanShort')}
      </Button>
    </li>
  );
}
