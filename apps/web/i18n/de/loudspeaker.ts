import type { loudspeaker as english } from '../en/loudspeaker.ts';
import type { Words } from '../words.ts';

export const loudspeaker: Words<typeof english> = {
  'loudspeaker.picker': 'Lautsprecher',
  'loudspeaker.system': 'Wahl des Systems',
  'loudspeaker.unnamed': 'Lautsprecher {number}',
  'loudspeaker.unplugged': '{name} (nicht angeschlossen)',
  'loudspeaker.choose': 'Einen anderen wählen …',
  'loudspeaker.hidden': 'Dein Browser zeigt weitere Lautsprecher, sobald du das Mikrofon eingeschaltet hast.',
  'loudspeaker.systemDecides': 'In diesem Browser entscheidet das System, wo der Ton herauskommt.',
  'loudspeaker.test': 'Testton abspielen',
  'loudspeaker.testing': 'Ton läuft …',
  'loudspeaker.testFailed':
    'Der Ton ließ sich nicht abspielen. Versuch es noch einmal oder mit einem anderen Lautsprecher.',
  'loudspeaker.gone': '{name} ist weg. Solange hörst du den Raum dort, wo das System Ton ausgibt.',
  'loudspeaker.back': '{name} ist zurück, und du hörst den Raum wieder dort',
};
