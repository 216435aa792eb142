import type { home as english } from '../en/home.ts';
import type { Words } from '../words.ts';

export const home: Words<typeof english> = {
  'home.heading': 'Ouvrez un lien et parlez.',
  'home.what': 'Earshot est un salon vocal derrière un lien : sans compte, sans rien installer.',
  'home.otherDevice': 'Déjà là sur un autre appareil ?',
  'home.field': 'Nommez un salon',
  'home.hint': 'Qui a le lien est à portée de voix.',
  'home.link': 'Votre lien : {link}',
  'home.linkCut': 'Votre lien : {link}. Un nom s’arrête après {count} caractères.',
  'home.dice': 'Tirer un nom au hasard',
  'home.open': 'Ouvrir le salon',
  'home.setUp': 'Le régler',
  'home.create': 'Créer le salon',
  'home.empty': 'Donnez d’abord un nom au salon, ou lancez le dé.',
  'home.invalid': 'Le nom d’un salon contient au moins une lettre ou un chiffre.',
  'home.recent': 'Là où vous êtes passé',
  'home.forget': 'Oublier {room}',
};
