import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Comment vous entendez {name}',
  'listening.menuMuted': 'Comment vous entendez {name} : coupé pour vous',
  'listening.menuVolume': 'Comment vous entendez {name} : {volume}',
  'listening.volume': 'Volume',
  'listening.muteForMe': 'Couper pour moi',
  'listening.muteForMeHint': 'Cette voix se tait pour vous seulement. Personne n’est averti.',
  'listening.reset': 'Tel quel',
  'listening.noKey': 'Son navigateur ne garde pas de clé ; ce réglage ne vaut donc que pour cette visite.',
  'listening.levelling': 'Tout le monde au même volume',
  'listening.levellingHint':
    'Les voix faibles montent et les fortes baissent, un peu et lentement. Pour vous seulement.',

  'settings.sound': 'Son',
  'settings.connection': 'Connexion',
};
