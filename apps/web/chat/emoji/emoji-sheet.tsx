'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { onDemand } from '../../ui/on-demand.tsx';

const EmojiPicker = onDemand(() => import('./emoji-picker.tsx').then((part) => part.EmojiPicker));

/**
 * The emoji picker over the lower part of a panel, as long as it stands. Escape and a press elsewhere close it;
 * the focus then is the caller's, unless the press took it.
 */
export function EmojiSheet({
  onPick,
  onClose,
}: {
  onPick: (emoji: string) => void;
  onClose: (by: 'key' | 'press') => void;
}) {
  const t = useText();
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const press = ({ target }: Event) => {
      if (!sheet.current?.contains(target as Node)) onClose('press');
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose('key');
  }

  return (
    <div
      ref={sheet}
      role="dialog"
      aria-label={t('emoji.pick')}
      onKeyDown={onKeyDown}
      className="absolute inset-x-2 bottom-14 z-20 mx-auto w-80 max-w-[calc(100%-1rem)] rounded-md border border-line bg-surface shadow-bar"
    >
      <div className="h-88 max-h-[60dvh]">
        <EmojiPicker onPick={onPick} />
      </div>
    </div>
  );
}
