import type { sound as english } from '../en/sound.ts';
import type { Words } from '../words.ts';

export const sound: Words<typeof english> = {
  'talk.hold': 'Halten zum Reden',
  'talk.heading': 'Sprechtaste',
  'talk.mode': 'Sprechtaste',
  'talk.modeHint': 'Du bist stumm und nur zu hören, solange du eine Taste oder den Knopf hältst.',
  'talk.key': 'Taste zum Halten',
  'talk.space': 'Leertaste',
  'talk.change': 'Taste ändern',
  'talk.press': 'Drück die gewünschte Taste …',
  'talk.pressHint': 'Mit Esc bleibt alles, wie es ist.',
  'talk.notThis': 'Diese Taste wird für anderes gebraucht. Drück eine andere.',
  'talk.holdKey': '{key} halten zum Reden',

  'mutedTalk.muted': 'Du bist stumm: Niemand hört dich.',
  'mutedTalk.press': 'Mikro an, und man hört dich.',
  'mutedTalk.hold': 'Halte {key} oder den Knopf, um zu reden.',
  'mutedTalk.dismiss': 'Weiß ich',

  'deviceNews.fell_back': '{gone} ist weg. Du benutzt jetzt {now}.',
  'deviceNews.came_back': '{now} ist zurück und wieder in Gebrauch.',
  'deviceNews.new_default': 'Dein System hat ein anderes Mikrofon gewählt. Du benutzt jetzt {now}.',
  'deviceNews.some': 'Dein Mikrofon',
  'deviceNews.other': 'ein anderes Mikrofon',
  'deviceNews.asBefore': 'Du bist weiterhin stumm.',
  'deviceNews.dismiss': 'OK',

  'sound.heading': 'Wie du klingst',
  'sound.voice': 'Stimme',
  'sound.voiceHint': 'Zum Reden: klar, ohne Echo und Geräusche.',
  'sound.music': 'Musik',
  'sound.musicHint': 'Zum Spielen und Singen: Stereo, nichts gefiltert. Nimm Kopfhörer.',
  'sound.raw': 'Roh',
  'sound.rawHint': 'Genau das, was das Mikrofon liefert, in höchster Qualität. Nimm Kopfhörer.',
  'sound.own': 'Das sind deine eigenen Einstellungen.',
  'sound.fine': 'Feineinstellungen',
  'sound.echo': 'Echounterdrückung',
  'sound.echoHint': 'Verhindert, dass andere sich selbst aus deinen Lautsprechern hören.',
  'sound.noise': 'Rauschunterdrückung',
  'sound.noiseHint': 'Dämpft Lüfter, Tasten und Straßenlärm.',
  'sound.learned': 'Gelernte Rauschunterdrückung',
  'sound.learnedHint':
    'Ein kleines neuronales Netz auf diesem Gerät trennt deine Stimme von allem anderen. Es braucht etwas Rechenleistung.',
  'sound.learnedFailed':
    'Sie konnte hier nicht starten, dein Mikrofon läuft ohne sie weiter. Schalte sie aus und wieder ein oder nimm die des Browsers.',
  'sound.gain': 'Automatische Lautstärke',
  'sound.gainHint': 'Macht dich gleich laut, nah am Mikrofon oder weiter weg.',
  'sound.stereo': 'Stereo',
  'sound.dtx': 'In Pausen Daten sparen',
  'sound.dtxHint': 'Sendet fast nichts, solange du schweigst. Leise Musik kann abgeschnitten werden.',
  'sound.bitrate': 'Bitrate',
  'sound.notOn': 'Dein Browser tut das bei diesem Mikrofon nicht.',
  'sound.notOff': 'Dein Browser tut das trotzdem.',

  'shortcuts.talk': 'Reden, solange gehalten',
};
