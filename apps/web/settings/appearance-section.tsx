'use client';

import { useId } from 'react';
import { useText } from '../i18n/language.ts';
import { LanguagePicker } from '../i18n/language-picker.tsx';
import { type Theme, themes, useTheme } from './theme.ts';

const labels = {
  system: 'settings.themeSystem',
  light: 'settings.themeLight',
  dark: 'settings.themeDark',
} as const;

/** How it looks, and what it speaks. */
export function AppearanceSection() {
  const t = useText();
  const [theme, setTheme] = useTheme();
  return (
    <div className="grid gap-6">
      <fieldset className="grid gap-3">
        <legend className="mb-3 font-semibold">{t('settings.theme')}</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {themes.map((each) => (
            <Choice key={each} theme={each} chosen={each === theme} onChoose={() => setTheme(each)} />
          ))}
        </div>
      </fieldset>
      <LanguagePicker labelled />
    </div>
  );
}

function Choice({ theme, chosen, onChoose }: { theme: Theme; chosen: boolean; onChoose: () => void }) {
  const t = useText();
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md border border-edge px-4 has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
    >
      <input
        id={id}
        type="radio"
        name="theme"
        checked={chosen}
        onChange={onChoose}
        className="size-4 accent-ink focus-visible:outline-none"
      />
      {t(labels[theme])}
    </label>
  );
}
