import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Wie du {name} hörst',
  'listening.menuMuted': 'Wie du {name} hörst: für dich stumm',
  'listening.menuVolume': 'Wie du {name} hörst: {volume}',
  'listening.volume': 'Lautstärke',
  'listening.muteForMe': 'Für mich stumm',
  'listening.muteForMeHint': 'Nur du hörst nichts mehr von dort. Niemand erfährt es.',
  'listening.reset': 'Wie es ankommt',
  'listening.noKey': 'Der Browser dort bewahrt keinen Schlüssel auf, daher gilt das nur für diesen Besuch.',
  'listening.levelling': 'Alle gleich laut',
  'listening.levellingHint':
    'Leise Stimmen werden lauter und laute leiser, ein wenig und langsam. Nur für dich.',

  'settings.sound': 'Ton',
  'settings.connection': 'Verbindung',
};
