'use client';

import { useId } from 'react';
import { useText } from '../i18n/language.ts';
import type { OwnScreen } from './own-screen.ts';
import { useShareDesk } from './use-share-desk.ts';

const hints = [
  { hint: 'text', label: 'share.text', title: 'share.textHint' },
  { hint: 'motion', label: 'share.motion', title: 'share.motionHint' },
] as const;

/** Whether a screen shows letters, which are sent sharp, or a film, which is sent smooth. */
export function HintChoice({ screen }: { screen: OwnScreen }) {
  const t = useText();
  const desk = useShareDesk();
  const name = useId();
  return (
    <fieldset className="flex rounded-full border border-edge p-0.5">
      <legend className="sr-only">{t('share.shows')}</legend>
      {hints.map(({ hint, label, title }) => (
        <label
          key={hint}
          title={t(title)}
          className="inline-flex min-h-10 cursor-pointer items-center rounded-full px-3 text-sm font-semibold text-soft has-checked:bg-ink has-checked:text-ground has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:bg-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            checked={screen.hint === hint}
            onChange={() => desk.tune(screen, hint)}
            className="sr-only"
          />
          {t(label)}
        </label>
      ))}
    </fieldset>
  );
}
