'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { interpreter, LanguageContext, useLanguage } from '../i18n/language.ts';
import type { AnyTag } from '../i18n/languages.ts';
import { type Catalogue, type Translate, translator } from '../i18n/translate.ts';

const english = async () => (await import('../i18n/en/operator.ts')).operator;
const pseudo = () => import('../i18n/pseudo.ts');

const chapters: Readonly<Record<AnyTag, () => Promise<Catalogue>>> = {
  en: english,
  de: async () => (await import('../i18n/de/operator.ts')).operator,
  es: async () => (await import('../i18n/es/operator.ts')).operator,
  fr: async () => (await import('../i18n/fr/operator.ts')).operator,
  vi: async () => (await import('../i18n/vi/operator.ts')).operator,
  'en-XA': async () => (await pseudo()).longer(await english()).words,
  'ar-XB': async () => (await pseudo()).mirrored(await english()).words,
};

const arrived = new Map<AnyTag, Catalogue>();

/** @throws where they do not come; the next call tries again */
export async function fetchOperatorWords(tag: AnyTag): Promise<void> {
  if (!arrived.has(tag)) arrived.set(tag, await chapters[tag]());
}

/** Speaks the operator's words as well. Another language is spoken once these have come in it, too. */
export function OperatorWords({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const [spoken, setSpoken] = useState(() => (arrived.has(language.tag) ? language : interpreter.language));

  useEffect(() => {
    let left = false;
    // Without a network the old one goes on being spoken.
    fetchOperatorWords(language.tag).then(
      () => left || setSpoken(language),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [language]);

  const whole = useMemo(() => {
    const words = arrived.get(spoken.tag) ?? {};
    const own = translator(spoken.locale, words);
    const t: Translate = (key, ...values) => (key in words ? own : spoken.t)(key, ...values);
    return { ...spoken, t };
  }, [spoken]);
  return <LanguageContext value={whole}>{children}</LanguageContext>;
}
