import type { inside as english } from '../en/inside.ts';
import type { Words } from '../words.ts';

export const inside: Words<typeof english> = {
  'inside.nobody': 'Il n’y a encore personne : vous arrivez en premier.',
  'inside.who': {
    one: '{names} est dans le salon',
    many: '{names} sont dans le salon',
    other: '{names} sont dans le salon',
  },
  'inside.others': {
    one: '{count} autre personne',
    many: '{count} d’autres personnes',
    other: '{count} autres personnes',
  },
  'inside.people': {
    one: '{count} personne est dans le salon',
    many: '{count} de personnes sont dans le salon',
    other: '{count} personnes sont dans le salon',
  },
  'inside.talking': { one: '{names} parle', many: '{names} parlent', other: '{names} parlent' },
  'inside.somebodyTalks': {
    one: '{count} personne parle',
    many: '{count} de personnes parlent',
    other: '{count} personnes parlent',
  },
  'inside.locked': 'Le salon est verrouillé pour l’instant.',
  'inside.anotherTab':
    'Vous êtes déjà dans ce salon dans un autre onglet. En entrant ici aussi, vous y serez deux fois.',
  'inside.leaveThere': 'Le quitter là-bas',
};
