'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/language.ts';

const tones = [
  { hand: '🖐️', label: 'emoji.toneDefault' },
  { hand: '🖐🏻', label: 'emoji.toneLight' },
  { hand: '🖐🏼', label: 'emoji.toneMediumLight' },
  { hand: '🖐🏽', label: 'emoji.toneMedium' },
  { hand: '🖐🏾', label: 'emoji.toneMediumDark' },
  { hand: '🖐🏿', label: 'emoji.toneDark' },
] as const;

/** A hand in one's skin tone; it opens into all of them. */
export function SkinTones({ tone, onTone }: { tone: number; onTone: (tone: number) => void }) {
  const t = useText();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const current = tones[tone] ?? tones[0];

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  function choose(next: number) {
    close();
    onTone(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    // Only what is open on top closes.
    event.stopPropagation();
    event.preventDefault();
    close();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons inside.
    <div className="relative" onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-label={t('emoji.tone', { tone: t(current.label) })}
        title={t('emoji.tone', { tone: t(current.label) })}
        onClick={() => setOpen(!open)}
        className="grid size-10 place-items-center rounded-full text-xl hover:bg-sunken"
      >
        {current.hand}
      </button>
      {open && (
        <fieldset
          aria-label={t('emoji.tones')}
          className="absolute end-0 top-full z-10 mt-1 grid rounded-md border border-line bg-raised p-1 shadow-bar"
        >
          {tones.map(({ hand, label }, index) => (
            <button
              key={label}
              type="button"
              aria-pressed={index === tone}
              aria-label={t(label)}
              title={t(label)}
              // biome-ignore lint/a11y/noAutofocus: it has just been opened by its button.
              autoFocus={index === tone}
              onClick={() => choose(index)}
              className="grid size-10 place-items-center rounded-sm text-xl hover:bg-sunken aria-pressed:bg-sunken"
            >
              {hand}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
