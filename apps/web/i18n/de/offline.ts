import type { offline as english } from '../en/offline.ts';
import type { Words } from '../words.ts';

export const offline: Words<typeof english> = {
  'offline.heading': 'Außer Hörweite.',
  'offline.what':
    'Dieses Gerät ist offline, oder der Server ist weg. Der Link bleibt gültig, und diese Seite versucht es von selbst wieder, sobald das Netz zurück ist.',
  'offline.again': 'Noch einmal',
};
