import type { RoomSort } from '@earshot/protocol';
import { ChevronDown } from 'lucide-react';
import { useFormat, useText } from '../i18n/language.ts';
import { SearchField } from '../ui/search-field.tsx';
import type { Filter, RoomList } from './room-list.ts';

const sorts = [
  ['hot', 'square.hot'],
  ['new', 'square.new'],
  ['quiet', 'square.quiet'],
] as const satisfies [RoomSort, string][];
const mostTags = 12;

/** Search, order, language and tags. */
export function RoomFilters({
  filter,
  list,
  onChange,
}: {
  filter: Filter;
  list: Pick<RoomList, 'tags' | 'languages'> | undefined;
  onChange: (change: Partial<Filter>) => void;
}) {
  const t = useText();
  const format = useFormat();
  const languages = withChosen(list?.languages.map(({ language }) => language) ?? [], filter.language);
  const tags = withChosen(list?.tags.slice(0, mostTags).map(({ tag }) => tag) ?? [], filter.tag);
  return (
    <search className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <SearchField label={t('square.search')} value={filter.q} onChange={(q) => onChange({ q })} />
        </div>
        <fieldset className="flex rounded-full border border-edge bg-raised p-1">
          <legend className="sr-only">{t('square.order')}</legend>
          {sorts.map(([sort, word]) => (
            <label key={sort} className="room-sort">
              <input
                type="radio"
                name="sort"
                value={sort}
                checked={filter.sort === sort}
                onChange={() => onChange({ sort })}
                className="sr-only"
              />
              {t(word)}
            </label>
          ))}
        </fieldset>
        {languages.length > 0 && (
          <div className="relative max-w-full">
            <select
              aria-label={t('square.language')}
              value={filter.language}
              onChange={(event) => onChange({ language: event.target.value })}
              className="min-h-12 w-full appearance-none truncate rounded-full border border-edge bg-raised ps-4 pe-11"
            >
              <option value="">{t('square.anyLanguage')}</option>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {format.language(language)}
                </option>
              ))}
            </select>
            <ChevronDown
              aria-hidden="true"
              className="pointer-events-none absolute end-4 top-1/2 size-4 -translate-y-1/2 text-soft"
            />
          </div>
        )}
      </div>
      {tags.length > 0 && (
        <fieldset className="room-tags">
          <legend className="sr-only">{t('square.tags')}</legend>
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              aria-pressed={filter.tag === tag}
              onClick={() => onChange({ tag: filter.tag === tag ? '' : tag })}
              className="room-tag"
            >
              <span aria-hidden="true">#</span>
              <bdi className="truncate">{tag}</bdi>
            </button>
          ))}
        </fieldset>
      )}
    </search>
  );
}

/** What is chosen stands there, though no room has it any more. */
function withChosen(all: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || all.includes(chosen) ? all : [chosen, ...all];
}
