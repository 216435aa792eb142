import type { app as english } from '../en/app.ts';
import type { Words } from '../words.ts';

export const app: Words<typeof english> = {
  'app.name': 'Earshot',
  'app.title': 'Earshot: Link öffnen und reden',
  'app.description': 'Sprachräume hinter einem Link. Ohne Konto, ohne Installation.',
  'app.home': 'Earshot, Startseite',
  'app.noScript': 'Earshot braucht JavaScript, um deine Stimme zu übertragen.',

  'missing.heading': 'Hier gibt es nichts zu hören.',
  'missing.what': 'Unter dieser Adresse gibt es keine Seite.',
  'missing.home': 'Zur Startseite',

  'broken.heading': 'Diese Seite ist gestolpert.',
  'broken.what':
    'Ein Fehler in Earshot hat sie angehalten. Du bist in keinem Raum mehr und dein Mikrofon ist aus.',
  'broken.again': 'Neu anfangen',
  'broken.part': 'Dieser Teil ließ sich nicht laden.',
  'broken.partNext': 'Vielleicht ist die Verbindung langsam oder weg. Dein Gespräch läuft weiter.',
};
