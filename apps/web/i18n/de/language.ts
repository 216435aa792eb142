import type { language as english } from '../en/language.ts';
import type { Words } from '../words.ts';

export const language: Words<typeof english> = {
  'language.label': 'Sprache',
  'language.failed': 'Diese Sprache ließ sich nicht laden. Prüf deine Verbindung und wähl sie noch einmal.',
};
