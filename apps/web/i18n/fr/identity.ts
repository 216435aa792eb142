import type { identity as english } from '../en/identity.ts';
import type { Words } from '../words.ts';

export const identity: Words<typeof english> = {
  'identity.shortName': 'Nom court :',
  'identity.shortNameHint':
    'Il vient de la clé du navigateur : il reste le même, quel que soit le nom que l’on se donne.',
};
