import type { home as english } from '../en/home.ts';
import type { Words } from '../words.ts';

export const home: Words<typeof english> = {
  'home.heading': 'Link öffnen und reden.',
  'home.what': 'Earshot ist ein Sprachraum hinter einem Link: ohne Konto, ohne Installation.',
  'home.otherDevice': 'Schon auf einem anderen Gerät hier?',
  'home.field': 'Name des Raums',
  'home.hint': 'Wer den Link hat, ist in Hörweite.',
  'home.link': 'Dein Link: {link}',
  'home.linkCut': 'Dein Link: {link}. Ein Name endet nach {count} Zeichen.',
  'home.dice': 'Namen würfeln',
  'home.open': 'Raum öffnen',
  'home.setUp': 'Einrichten',
  'home.create': 'Raum anlegen',
  'home.empty': 'Gib dem Raum erst einen Namen, oder würfle einen.',
  'home.invalid': 'Ein Raumname braucht mindestens einen Buchstaben oder eine Ziffer.',
  'home.recent': 'Wo du schon warst',
  'home.forget': '{room} vergessen',
};
