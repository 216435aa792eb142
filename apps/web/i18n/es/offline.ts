import type { offline as english } from '../en/offline.ts';
import type { Words } from '../words.ts';

export const offline: Words<typeof english> = {
  'offline.heading': 'Fuera de alcance.',
  'offline.what':
    'Este dispositivo no tiene conexión o el servidor no responde. El enlace sigue valiendo, y esta página lo intentará de nuevo por sí sola cuando vuelva la red.',
  'offline.again': 'Reintentar',
};
