'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import type { Glyph } from './emoji-book.ts';

/** The emoji to choose from. The focus stays in the search field; `active` is the one that Enter would take. */
export function EmojiGrid({
  id,
  label,
  glyphs,
  often,
  active,
  onPick,
  onHover,
  children,
}: {
  id: string;
  label: string;
  glyphs: readonly Glyph[];
  /** So many of them, at the start, are there because they are picked often. */
  often: number;
  active: number;
  onPick: (glyph: Glyph | undefined) => void;
  onHover: (index: number) => void;
  /** Said in place of the emoji. */
  children: ReactNode;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (active < 0) list.current?.scrollTo({ top: 0 });
    else list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const cell = (glyph: Glyph, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and takes the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here.
    <div
      key={`${index < often ? 'often ' : ''}${glyph.plain}`}
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === active}
      aria-label={glyph.name}
      title={glyph.name}
      data-emoji={glyph.emoji}
      onClick={() => onPick(glyph)}
      onPointerMove={(event) => event.pointerType === 'mouse' && index !== active && onHover(index)}
      className="grid aspect-square cursor-pointer place-items-center rounded-sm text-2xl leading-none aria-selected:bg-sunken aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-focus"
    >
      {glyph.emoji}
    </div>
  );

  const section = (heading: string, from: number, to: number) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box.
    <div role="group" aria-label={heading}>
      <p aria-hidden="true" className="px-1 pt-2 pb-1 text-soft text-xs font-semibold">
        {heading}
      </p>
      <div className="grid grid-cols-8">
        {glyphs.slice(from, to).map((glyph, index) => cell(glyph, from + index))}
      </div>
    </div>
  );

  return (
    <div
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it can be scrolled without choosing anything.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2 focus-visible:-outline-offset-4"
    >
      <div id={`${id}-grid`} role="listbox" aria-label={label}>
        {often > 0 && section(t('emoji.often'), 0, often)}
        {glyphs.length > often && section(label, often, glyphs.length)}
      </div>
      <div className="grid justify-items-center gap-2 p-6 text-center text-soft empty:hidden" role="status">
        {children}
      </div>
    </div>
  );
}
