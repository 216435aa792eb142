import type { offline as english } from '../en/offline.ts';
import type { Words } from '../words.ts';

export const offline: Words<typeof english> = {
  'offline.heading': 'Hors de portée de voix.',
  'offline.what':
    'Cet appareil est hors ligne, ou le serveur est absent. Le lien reste valable, et cette page réessaiera d’elle-même au retour du réseau.',
  'offline.again': 'Réessayer',
};
