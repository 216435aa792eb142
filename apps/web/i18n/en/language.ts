/** Choosing a language. */
export const language = {
  'language.label': 'Language',
  'language.failed': 'This language did not load. Check your connection and choose it again.',
} as const;
