import type { identity as english } from '../en/identity.ts';
import type { Words } from '../words.ts';

export const identity: Words<typeof english> = {
  'identity.shortName': 'Nombre corto:',
  'identity.shortNameHint':
    'Procede de la clave del navegador, así que no cambia aunque alguien se llame de otra forma.',
};
