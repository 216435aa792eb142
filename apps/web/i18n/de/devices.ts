import type { devices as english } from '../en/devices.ts';
import type { Words } from '../words.ts';

export const devices: Words<typeof english> = {
  'microphone.heading': 'Mikrofon',
  'microphone.turnOn': 'Mikrofon einschalten',
  'microphone.check': 'Mikrofon prüfen',
  'microphone.why': 'Schalte es ein und prüf, ob deine Stimme ankommt. Noch hört dich niemand.',
  'microphone.opening': 'Warten auf die Erlaubnis deines Browsers …',
  'microphone.replacing': 'Suche nach einem anderen Mikrofon …',
  'microphone.systemChoice': 'Wahl des Systems ({device})',
  'microphone.picker': 'Benutztes Mikrofon',
  'microphone.level': 'Mikrofonpegel',
  'microphone.sayHello': 'Sag Hallo: Der Balken sollte sich bewegen.',
  'microphone.heard': 'Wir hören dich.',
  'microphone.quiet': 'still',
  'microphone.loud': 'Ton',
  'microphone.unnamed': 'Mikrofon {number}',
  'microphone.tryAgain': 'Mikrofon noch einmal versuchen',
  'microphone.denied': 'Dein Browser lässt Earshot nicht an das Mikrofon.',
  'microphone.deniedNext':
    'Öffne die Website-Einstellungen neben der Adresszeile, erlaube das Mikrofon und versuch es noch einmal.',
  'microphone.none': 'An diesem Gerät ist kein Mikrofon.',
  'microphone.noneNext': 'Steck eines ein oder verbinde ein Headset, dann versuch es noch einmal.',
  'microphone.in_use': 'Ein anderes Programm hält dein Mikrofon fest.',
  'microphone.in_useNext': 'Beende den anderen Anruf oder die Aufnahme, dann versuch es noch einmal.',
  'microphone.insecure': 'Browser erlauben das Mikrofon nur auf sicheren Seiten.',
  'microphone.insecureNext': 'Öffne diesen Raum mit einem https://-Link, um zu reden.',
  'microphone.failed': 'Das Mikrofon ließ sich nicht starten.',
  'microphone.failedNext': 'Zieh es ab und steck es wieder ein, oder wähl ein anderes.',
  'microphone.lost': 'Dein Mikrofon ist weg: abgezogen oder ausgeschaltet.',
  'microphone.lostNext': 'Verbinde es wieder oder wähl ein anderes.',
  'microphone.stillListen': 'Zuhören kannst du trotzdem.',
};
