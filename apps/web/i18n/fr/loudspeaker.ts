import type { loudspeaker as english } from '../en/loudspeaker.ts';
import type { Words } from '../words.ts';

export const loudspeaker: Words<typeof english> = {
  'loudspeaker.picker': 'Haut-parleur',
  'loudspeaker.system': 'Choix du système',
  'loudspeaker.unnamed': 'Haut-parleur {number}',
  'loudspeaker.unplugged': '{name} (non branché)',
  'loudspeaker.choose': 'En choisir un autre…',
  'loudspeaker.hidden': 'Votre navigateur montre d’autres haut-parleurs une fois le micro ouvert.',
  'loudspeaker.systemDecides': 'Dans ce navigateur, c’est le système qui décide d’où sort le son.',
  'loudspeaker.test': 'Jouer un son d’essai',
  'loudspeaker.testing': 'Lecture…',
  'loudspeaker.testFailed': 'Le son n’a pas pu être joué. Réessayez, ou essayez un autre haut-parleur.',
  'loudspeaker.gone':
    '{name} a disparu. D’ici à son retour, vous entendez le salon là où le système joue le son.',
  'loudspeaker.back': '{name} est de retour, et vous y entendez de nouveau le salon',
};
