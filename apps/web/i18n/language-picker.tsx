'use client';

import { ChevronDown, Languages } from 'lucide-react';
import { startTransition, useId, useState } from 'react';
import { chooseLanguage, useLanguage } from './language.ts';
import { type LanguageTag, languages, languageTags } from './languages.ts';

/** Chooses the interface's language. Each stands there in its own words, so that whoever is lost finds theirs. */
export function LanguagePicker({ labelled = false }: { labelled?: boolean }) {
  const { t, tag } = useLanguage();
  const id = useId();
  const [coming, setComing] = useState<LanguageTag>();
  const [failed, setFailed] = useState(false);

  async function pick(next: LanguageTag) {
    setComing(next);
    const chosen = await chooseLanguage(next);
    // With the language, which comes as a transition.
    startTransition(() => {
      setFailed(!chosen);
      setComing(undefined);
    });
  }

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className={labelled ? 'font-semibold' : 'sr-only'}>
        {t('language.label')}
      </label>
      <div className="relative w-fit max-w-full">
        <Languages
          aria-hidden="true"
          className="pointer-events-none absolute start-4 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
        <select
          id={id}
          value={coming ?? tag}
          aria-busy={coming !== undefined}
          onChange={(event) => void pick(event.target.value as LanguageTag)}
          className="min-h-12 w-full appearance-none truncate rounded-full border border-edge bg-surface ps-10 pe-11 hover:bg-sunken"
        >
          {languageTags.map((each) => (
            <option key={each} value={each} lang={each}>
              {languages[each].name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-4 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
      </div>
      <p role="alert" className="text-sm text-alert empty:hidden">
        {failed && t('language.failed')}
      </p>
    </div>
  );
}
