/**
 * The language to speak: the person's own choice, else the first language of their browser that we speak,
 * else English. It also runs as text in the page's head, before any module: it may use nothing from outside.
 *
 * @param preferred BCP 47 tags, the dearest first, as `navigator.languages` has them.
 * @param spoken the languages a browser may ask for; `choosable` are those a person may have stored.
 */
export function chooseLanguage(
  stored: string | null,
  preferred: readonly string[],
  spoken: readonly string[],
  choosable: readonly string[],
): string {
  if (stored !== null && choosable.includes(stored)) return stored;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (spoken.includes(language)) return language;
  }
  return 'en';
}

/**
 * The locale for times, dates and numbers: the person's own region where it goes with the language they read. Asking
 * whether it is supported would take a phone 50 ms, and every region of a language is, as that language at least.
 */
export function localeFor(language: string, preferred: readonly string[]): string {
  const regional = preferred.find((tag) => tag.toLowerCase().split('-')[0] === language);
  try {
    return Intl.getCanonicalLocales(regional)[0] ?? language;
  } catch {
    return language;
  }
}
