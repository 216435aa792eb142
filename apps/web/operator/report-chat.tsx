'use client';

import type { OperatorReport } from '@earshot/protocol';
import { useFormat, useText } from '../i18n/language.ts';
import { Disclosure } from './disclosure.tsx';

/** As many are in sight from the beginning. */
const fewMessages = 8;

/** What was written in the minute before. What those wrote who are reported stands out. */
export function ReportChat({ chat, about }: { chat: OperatorReport['chat']; about: string }) {
  const t = useText();
  const format = useFormat();
  if (chat.length === 0) return <p className="text-soft">{t('operator.noChat')}</p>;
  return (
    <Disclosure summary={t('operator.chat', { count: chat.length })} open={chat.length <= fewMessages}>
      <ol className="grid gap-2 pb-3">
        {chat.map(({ atMs, name, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said is said, and never moves.
          <li key={at} className="grid">
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <bdi className={`wrap-anywhere ${name === about ? 'font-semibold' : 'text-soft'}`}>{name}</bdi>
              <time dateTime={new Date(atMs).toISOString()} className="text-soft">
                {format.time(atMs)}
              </time>
            </p>
            <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
