'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { emojiBook, type Glyph } from './emoji-book.ts';
import { EmojiGrid } from './emoji-grid.tsx';
import { gridStep } from './grid-step.ts';
import { type Group, GroupTabs, groups } from './group-tabs.tsx';
import { SkinTones } from './skin-tones.tsx';

/** As `grid-cols-8` draws them. */
const columns = 8;

type Shelf =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'ready'; readonly often: readonly Glyph[]; readonly glyphs: readonly Glyph[] };

/**
 * Picks one emoji: search, groups, skin tones, all by keyboard from the search field. It stands for itself;
 * whoever shows it decides where, and what Escape does.
 */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, locale } = useLanguage();
  const id = useId();
  const book = emojiBook(locale);
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<Group>('smileys');
  const [tone, setTone] = useState(0);
  const [tries, setTries] = useState(0);
  const [shelf, setShelf] = useState<Shelf>({ at: 'loading' });
  const [active, setActive] = useState(-1);

  useEffect(() => search.current?.focus({ preventScroll: true }), []);
  useEffect(() => void book.tone().then(setTone, () => {}), [book]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more.
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<Shelf> => {
      const words = query.trim();
      if (words !== '') return { at: 'ready', often: [], glyphs: await book.search(words, tone) };
      const [glyphs, often] = await Promise.all([
        book.group(groups[group].number, tone),
        group === 'smileys' ? book.often(tone) : [],
      ]);
      return { at: 'ready', often, glyphs };
    };
    look()
      .catch((): Shelf => ({ at: 'failed' }))
      .then((found) => {
        if (!wanted) return;
        setShelf(found);
        // What was searched for is chosen at once, so that Enter takes it.
        setActive(query.trim() !== '' && found.at === 'ready' && found.glyphs.length > 0 ? 0 : -1);
      });
    return () => {
      wanted = false;
    };
  }, [book, query, group, tone, tries]);

  const shown = shelf.at === 'ready' ? [...shelf.often, ...shelf.glyphs] : [];

  function pick(glyph: Glyph | undefined) {
    if (!glyph) return;
    void book.picked(glyph).catch(() => {});
    onPick(glyph.emoji);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      pick(shown[active]);
      return;
    }
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = gridStep(event.key, active, { count: shown.length, columns, rtl });
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  }

  const chosen = shown[active];
  return (
    <div className="flex h-88 max-h-full w-80 max-w-full flex-col overflow-hidden">
      <div className="flex items-center gap-1 p-2">
        <label className="flex min-w-0 flex-1 items-center gap-2 rounded-full border border-edge bg-raised px-3 has-focus-visible:outline-3 has-focus-visible:outline-focus">
          <Search aria-hidden="true" className="size-4 shrink-0 text-soft" />
          <span className="sr-only">{t('emoji.search')}</span>
          <input
            ref={search}
            type="search"
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-grid`}
            aria-activedescendant={chosen ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            aria-describedby={`${id}-how`}
            placeholder={t('emoji.search')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onKeyDown}
            className="min-h-10 w-full min-w-0 bg-transparent placeholder:text-soft focus-visible:outline-none"
          />
        </label>
        <SkinTones
          tone={tone}
          onTone={(next) => {
            setTone(next);
            void book.setTone(next).catch(() => {});
          }}
        />
      </div>
      <p id={`${id}-how`} className="sr-only">
        {t('emoji.how')}
      </p>
      {query.trim() === '' && <GroupTabs group={group} onGroup={setGroup} controls={`${id}-grid`} />}
      <EmojiGrid
        id={id}
        label={query.trim() === '' ? t(groups[group].label) : t('emoji.results')}
        often={shelf.at === 'ready' ? shelf.often.length : 0}
        glyphs={shown}
        active={active}
        onPick={pick}
        onHover={setActive}
      >
        {shelf.at === 'loading' && <p>{t('emoji.loading')}</p>}
        {shelf.at === 'failed' && (
          <>
            <p>{t('emoji.failed')}</p>
            <button type="button" className="underline" onClick={() => setTries(tries + 1)}>
              {t('emoji.retry')}
            </button>
          </>
        )}
        {shelf.at === 'ready' && shown.length === 0 && <p>{t('emoji.none')}</p>}
      </EmojiGrid>
      <p
        className="flex h-10 shrink-0 items-center gap-2 border-line border-t px-3 text-sm text-soft"
        aria-hidden="true"
      >
        {chosen && <span className="text-xl">{chosen.emoji}</span>}
        <span className="truncate">{chosen?.name ?? t('emoji.pick')}</span>
      </p>
    </div>
  );
}
