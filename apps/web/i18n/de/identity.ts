import type { identity as english } from '../en/identity.ts';
import type { Words } from '../words.ts';

export const identity: Words<typeof english> = {
  'identity.shortName': 'Kurzname:',
  'identity.shortNameHint':
    'Er kommt vom Schlüssel im Browser und bleibt daher gleich, wie auch immer jemand sich nennt.',
};
