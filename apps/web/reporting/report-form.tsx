'use client';

import { graphemes, limits, type ReportReason } from '@earshot/client';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { CheckField } from './check-field.tsx';
import { OwnWords } from './own-words.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import type { Reported } from './report-dialog.tsx';
import { type ReportProblem, reportProblem } from './report-problem.ts';

type Stage = { at: 'writing'; problem?: ReportProblem; unchosen?: true } | { at: 'sending' };

/** What somebody did, in plain words, and what goes along. */
export function ReportForm({ about, onSent }: { about: Reported; onSent: () => void }) {
  const { t, format } = useLanguage();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { room } = useInside();
  const [reason, setReason] = useState<ReportReason>();
  const [text, setText] = useState('');
  const [withChat, setWithChat] = useState(false);
  const [stage, setStage] = useState<Stage>({ at: 'writing' });
  const sending = stage.at === 'sending';

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (sending) return;
    if (reason === undefined) {
      setStage({ at: 'writing', unchosen: true });
      form.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
      return;
    }
    if (graphemes(text) > limits.reportGraphemes) {
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    setStage({ at: 'sending' });
    const words = text.trim();
    try {
      await room.report(about.id, { reason, withChat, ...(words && { text: words }) });
      onSent();
    } catch (error) {
      setStage({ at: 'writing', problem: reportProblem(error, { t, format, name: about.name }) });
    }
  }

  const problem = stage.at === 'writing' ? stage.problem : undefined;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void send(event)}
      aria-describedby={`${id}-where`}
      className="grid grid-cols-[minmax(0,1fr)] gap-5"
    >
      <p id={`${id}-where`} className="-mt-3 text-soft">
        {t('report.where')}
      </p>
      <ReasonChoice
        reason={reason}
        missing={stage.at === 'writing' && stage.unchosen === true}
        onChoose={(chosen) => {
          setReason(chosen);
          setStage({ at: 'writing' });
        }}
      />
      <OwnWords text={text} onChange={setText} />
      <CheckField
        label={t('report.withChat')}
        hint={t('report.withChatHint')}
        checked={withChat}
        onChange={setWithChat}
      />
      {problem && <Notice {...problem} />}
      <div className="flex flex-wrap gap-2">
        <Button pad="snug" className="flex-1" onClick={() => form.current?.closest('dialog')?.close()}>
          {t('lobby.cancel')}
        </Button>
        <Button
          type="submit"
          look="on"
          pad="snug"
          className="flex-1"
          aria-busy={sending}
          aria-disabled={sending}
        >
          {t(sending ? 'report.sending' : 'report.send')}
        </Button>
      </div>
    </form>
  );
}
