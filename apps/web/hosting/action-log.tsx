'use client';

import type { ActionEntry } from '@earshot/client';
import { useCallback, useEffect, useState } from 'react';
import { useFormat, useLanguage, useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { actionWords } from './action-words.ts';
import { atEnd, type LogState, noLog, withPage } from './log-state.ts';

/** What was done to keep order, the newest first: everyone in the room may know. */
export function ActionLog() {
  const t = useText();
  const { hosting } = useInside().room;
  const [log, setLog] = useState<LogState>(noLog);

  const load = useCallback(
    async (before?: string) => {
      try {
        const page = await hosting.log(before === undefined ? {} : { before });
        setLog((now) => withPage(now, page));
      } catch {
        setLog((now) => ({ ...now, failed: true }));
      }
    },
    [hosting],
  );
  useEffect(() => {
    void load();
    return hosting.onLogged((entry) => setLog((now) => atEnd(now, entry)));
  }, [hosting, load]);

  const { entries, hasOlder, loaded, failed } = log;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold">{t('log.heading')}</h3>
      {loaded && entries.length === 0 && <p className="text-soft">{t('log.none')}</p>}
      <ol className="grid gap-2.5 empty:hidden">
        {entries.map((entry) => (
          <LogLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {failed && <p className="text-soft">{t('log.failed')}</p>}
      {(hasOlder || failed) && (
        <Button pad="snug" className="justify-self-start" onClick={() => void load(entries.at(-1)?.id)}>
          {t(failed ? 'problem.tryAgain' : 'log.older')}
        </Button>
      )}
    </section>
  );
}

function LogLine({ entry }: { entry: ActionEntry }) {
  const { t, format } = useLanguage();
  const { ago, moment } = useFormat();
  return (
    <li className="grid">
      {actionWords(entry, { t, format }).map((words) => (
        <span key={words} dir="auto" className="wrap-anywhere">
          {words}
        </span>
      ))}
      <time
        dateTime={new Date(entry.atMs).toISOString()}
        title={moment(entry.atMs)}
        className="text-sm text-soft"
      >
        {ago(entry.atMs, Date.now())}
      </time>
    </li>
  );
}
