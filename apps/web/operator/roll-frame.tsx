'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { useSay } from '../room/say.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { problemWords } from './operator-problem.ts';
import type { Roll } from './roll.ts';
import type { Line } from './steady-list.ts';
import { useDesk, useRoll } from './use-desk.ts';

/** A list, its ways to wait, fail and be empty, and the buttons that bring what is newer and older. */
export function RollFrame<Item>({
  roll,
  named,
  more,
  empty,
  children,
}: {
  roll: Roll<Item>;
  named: PlainKey;
  /** The button that brings what follows. */
  more: PlainKey;
  empty: ReactNode;
  children: (line: Line<Item>) => ReactNode;
}) {
  const t = useText();
  const desk = useDesk();
  const sight = useRoll(roll);
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  const waiting = sight.at === 'there' ? sight.waiting : 0;

  useEffect(() => {
    if (waiting > 0) say(t('square.waiting', { count: waiting }));
  }, [waiting, say, t]);

  if (sight.at === 'loading') {
    return (
      <p className="flex items-center gap-3 py-4 text-soft">
        <Waiting />
        {t('operator.loading')}
      </p>
    );
  }
  if (sight.at === 'failed') {
    const { what, next } = problemWords[sight.problem];
    return (
      <Notice what={t(what)} next={t(next)}>
        <Button onClick={() => void desk.refresh()}>{t('problem.tryAgain')}</Button>
      </Notice>
    );
  }

  function show(): void {
    roll.settle();
    list.current?.focus({ preventScroll: true });
  }

  const { lines, fresh } = sight.list;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {waiting > 0 && (
        <div className="sticky top-3 z-10 flex justify-center">
          <Button look="on" className="min-h-11 shadow-bar" onClick={show}>
            {t('square.waiting', { count: waiting })}
            <span aria-hidden="true">·</span>
            {t('square.show')}
          </Button>
        </div>
      )}
      {lines.length === 0 && empty}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={t(named)}
        aria-busy={sight.turning}
        className="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden"
      >
        {lines.map(children)}
      </ul>
      {fresh.next !== undefined && (
        <div className="grid justify-items-center gap-2">
          {sight.more === 'failed' && <p className="text-alert text-sm">{t('log.failed')}</p>}
          <Button aria-busy={sight.more === 'loading'} onClick={() => void roll.more()}>
            {t(more)}
          </Button>
        </div>
      )}
    </div>
  );
}
