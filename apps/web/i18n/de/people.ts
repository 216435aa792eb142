import type { people as english } from '../en/people.ts';
import type { Words } from '../words.ts';

export const people: Words<typeof english> = {
  'people.live': 'Mikrofon an',
  'people.sharing': 'Teilt einen Bildschirm',
  'people.handPlace': 'Meldet sich, Nummer {place}',
  'people.lookalike': 'Der Name sieht aus wie der von jemand anderem hier',
  'people.search': 'Jemanden finden',
  'people.nobodyFound': 'Hier heißt niemand so.',
  'people.editOwn': 'Dein Profil bearbeiten',

  'hand.raise': 'Hand heben',
  'hand.lower': 'Hand senken',
  'hand.raisedBy': { one: '{names} hebt die Hand', other: '{names} heben die Hand' },
  'hand.raisedMany': { one: '{count} Hand ging hoch', other: '{count} Hände gingen hoch' },
  'hand.ownRaised': 'Deine Hand ist oben, Nummer {place}',
  'hand.ownLowered': 'Deine Hand ist unten',
  'hand.refused': 'Deine Hand ließ sich nicht ändern. Versuch es gleich noch einmal.',

  'reactions.react': 'Reagieren',
  'reactions.bar': 'Reaktionen',
  'reactions.more': 'Alle Emoji',
  'reactions.send': 'Mit {emoji} reagieren',
  'reactions.fromOne': '{name} reagiert mit {emoji}',
  'reactions.fromMany': {
    one: '{count} Person reagiert mit {emoji}',
    other: '{count} Personen reagieren mit {emoji}',
  },

  'profile.emoji': 'Emoji statt deiner Initialen',
  'profile.moreEmoji': 'Anderes Emoji',
  'profile.noEmoji': 'Keines',
  'profile.status': 'Status',
  'profile.statusHint': 'Eine Zeile, die andere neben deinem Namen sehen.',
  'profile.left': { one: 'Noch {count} Zeichen', other: 'Noch {count} Zeichen' },
  'profile.tooLong': { one: '{count} Zeichen zu viel', other: '{count} Zeichen zu viel' },
  'profile.save': 'Speichern',
  'profile.saved': 'Gespeichert. Alle sehen es jetzt.',
  'profile.words': 'Ein Wort in deinem Namen oder Status ist hier nicht willkommen.',
  'profile.wordsNext': 'Wähl andere Worte und speichere noch einmal.',
  'profile.refused': 'Dein Profil ließ sich nicht speichern.',
  'profile.refusedNext':
    'Das waren viele Änderungen, oder die Verbindung ist weg. Versuch es gleich noch einmal.',
};
