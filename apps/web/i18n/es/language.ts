import type { language as english } from '../en/language.ts';
import type { Words } from '../words.ts';

export const language: Words<typeof english> = {
  'language.label': 'Idioma',
  'language.failed': 'Este idioma no se ha cargado. Revisa tu conexión y vuelve a elegirlo.',
};
