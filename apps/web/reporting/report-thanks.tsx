'use client';

import { Check, VolumeX } from 'lucide-react';
import { useId, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { useVolume } from '../listening/use-volume.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import type { Reported } from './report-dialog.tsx';

/** A report has gone, and whoever wrote it need not hear them any more. */
export function ReportThanks({ about }: { about: Reported }) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const close = useFocusOnMount<HTMLButtonElement>();
  const { hearing } = useInside().room;
  const here = useSnapshot(({ members }) => members.some(({ id }) => id === about.id));
  const { muted } = useVolume(about.id);

  return (
    <div ref={box} className="grid gap-5">
      <p id={id} role="status" className="flex gap-3">
        <Check aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span>{t(here && muted ? 'report.thanksMuted' : 'report.thanks', { name: about.name })}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {here && (
          <Button
            pad="snug"
            className="flex-1"
            onClick={() => hearing.setVolume(about.id, { muted: !muted })}
          >
            <VolumeX aria-hidden="true" className="size-5 shrink-0" />
            {t(muted ? 'report.hearAgain' : 'report.stopHearing')}
          </Button>
        )}
        <Button
          ref={close}
          aria-describedby={id}
          look="on"
          pad="snug"
          className="flex-1"
          onClick={() => box.current?.closest('dialog')?.close()}
        >
          {t('report.done')}
        </Button>
      </div>
    </div>
  );
}
