'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { EmojiPicker } from './emoji-picker-on-demand.tsx';

const offered = ['🦊', '🐝', '🦉', '🐳', '🌻', '🌵', '🍵', '🎧', '🚲', '⛵', '🌙', '⭐'] as const;

/** One emoji to stand for oneself, or none. */
export function EmojiChoice({ chosen, onChoose }: { chosen: string; onChoose: (emoji: string) => void }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const choices = chosen && !offered.some((each) => each === chosen) ? [chosen, ...offered] : offered;
  function close() {
    setAll(false);
    more.current?.focus();
  }

  function closeByKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  }

  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t('profile.emoji')}</legend>
      <div className="flex flex-wrap gap-1.5">
        <Choice emoji="" chosen={chosen === ''} onChoose={onChoose} />
        {choices.map((emoji) => (
          <Choice key={emoji} emoji={emoji} chosen={chosen === emoji} onChoose={onChoose} />
        ))}
        <IconButton
          ref={more}
          icon={Plus}
          label={t('profile.moreEmoji')}
          aria-expanded={all}
          onClick={() => setAll(!all)}
          onPointerEnter={EmojiPicker.prepare}
        />
      </div>
      {all && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it, wherever in it the focus is.
        <div
          onKeyDown={closeByKey}
          className="mt-2 w-fit max-w-full overflow-hidden rounded-md border border-line bg-raised"
        >
          <EmojiPicker
            onPick={(emoji) => {
              onChoose(emoji);
              close();
            }}
          />
        </div>
      )}
    </fieldset>
  );
}

function Choice({
  emoji,
  chosen,
  onChoose,
}: {
  emoji: string;
  chosen: boolean;
  onChoose: (emoji: string) => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="relative grid h-12 min-w-12 cursor-pointer place-items-center rounded-full border border-transparent px-2 text-2xl hover:bg-sunken has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
    >
      <input
        id={id}
        type="radio"
        name="emoji"
        aria-label={emoji || t('profile.noEmoji')}
        checked={chosen}
        onChange={() => onChoose(emoji)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full focus-visible:outline-none"
      />
      <span aria-hidden="true">
        {emoji || <span className="px-1 text-base text-soft">{t('profile.noEmoji')}</span>}
      </span>
    </label>
  );
}
