import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Wie du {name} hörst',
  'listening.menuMuted': 'Wie du {name} hörst: für dich stumm',
  'listening.menuVolume': 'Wie du {name} hörst: {volume}',
  'listening.volume': 'Lautstärke',
  'listening.muteForMe': 'Für mich stumm',
  'listening.muteForMeHint': 'Nur du hörst nichts mehr von dort. Niemand erfährt es.',
  'listening.reset': 'Zurücksetzen',
  'listening.noKey': 'Der Browser dort bewahrt keinen Schlüssel auf, daher gilt das nur für diesen Besuch.',
  'listening.levelling': 'Alle gleich laut',
  'listening.levellingHint':
    'Leise Stimmen werden lauter und laute leiser, ein wenig und langsam. Nur für dich.',

  'line.fair': 'Mittelmäßige Leitung: Hin und wieder leidet ein Wort',
  'line.poor': 'Schlechte Leitung: vielleicht schwer zu verstehen',
  'line.own_good': 'Deine Leitung ist gut',
  'line.own_fair': 'Deine Leitung ist mittelmäßig: Hin und wieder leidet ein Wort',
  'line.own_poor': 'Deine Leitung ist schlecht: Du und die anderen seid vielleicht schwer zu verstehen',

  'connection.looking': 'Wird geprüft …',
  'connection.line': 'Leitung',
  'connection.path': 'Weg zum Server',
  'connection.relayed': '{protocol}, über ein Relais',
  'connection.noPath': 'Noch fließt kein Ton, in keiner Richtung',
  'connection.roundTrip': 'Hin und zurück',
  'connection.table': 'Ton jeder Person',
  'connection.person': 'Person',
  'connection.you': 'Du',
  'connection.loss': 'Verloren',
  'connection.jitter': 'Jitter',
  'connection.delay': 'Zurückgehalten',
  'connection.bitrate': 'Bitrate',
  'connection.codec': 'Codec',
  'connection.hint':
    'Bei dir: wie deine Stimme beim Server ankommt. Bei den anderen: wie ihre bei dir ankommt. Zurückgehalten ist, was dein Browser wartet, damit der Ton nicht abreißt.',
  'connection.copy': 'Als Text kopieren',
  'connection.copied': 'Kopiert',
  'connection.notCopied': 'Dein Browser lässt diese Seite nicht kopieren.',

  'settings.sound': 'Ton',
  'settings.connection': 'Verbindung',
};
