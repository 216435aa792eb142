'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { EmojiPicker } from './emoji-picker-on-demand.tsx';
import { quickReactions } from './reactions.ts';

/** A row of emoji above the controls. It stays for the next one; Escape or a press beside it closes it. */
export function ReactionBar({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { room } = useInside();
  const bar = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);

  useEffect(() => {
    const from = document.activeElement;
    bar.current?.querySelector('button')?.focus();
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);

  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (
        target instanceof Element &&
        !bar.current?.contains(target) &&
        !target.closest('[aria-expanded=true]')
      ) {
        onClose();
      }
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [onClose]);

  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('reactions.bar')}
      onKeyDown={key}
      className="absolute inset-x-2 bottom-full z-10 mb-1 grid justify-items-center gap-2"
    >
      {all && (
        <div className="max-w-full overflow-hidden rounded-lg border border-line bg-raised shadow-bar">
          <EmojiPicker onPick={(emoji) => room.react(emoji)} />
        </div>
      )}
      <div className="flex max-w-full flex-wrap justify-center sm:gap-1 rounded-[1.9rem] border border-line bg-raised p-1.5 shadow-bar">
        {quickReactions.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={t('reactions.send', { emoji })}
            onClick={() => room.react(emoji)}
            className="grid size-11 place-items-center max-[22.4rem]:size-9.5 sm:size-12 rounded-full text-2xl transition-transform duration-(--duration-quick) hover:bg-sunken active:scale-90 motion-reduce:transition-none"
          >
            {emoji}
          </button>
        ))}
        <IconButton
          icon={Plus}
          label={t('reactions.more')}
          aria-expanded={all}
          onClick={() => setAll(!all)}
          onPointerEnter={EmojiPicker.prepare}
          className="max-sm:size-11 max-[22.4rem]:size-9.5"
        />
      </div>
    </div>
  );
}
