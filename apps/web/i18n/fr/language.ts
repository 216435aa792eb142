import type { language as english } from '../en/language.ts';
import type { Words } from '../words.ts';

export const language: Words<typeof english> = {
  'language.label': 'Langue',
  'language.failed':
    'Cette langue ne s’est pas chargée. Vérifiez votre connexion et choisissez-la de nouveau.',
};
