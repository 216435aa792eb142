import type { square as english } from '../en/square.ts';
import type { Words } from '../words.ts';

export const square: Words<typeof english> = {
  'square.heading': 'Ouverts en ce moment',
  'square.search': 'Chercher un salon',
  'square.order': 'Ordre',
  'square.hot': 'Animés',
  'square.new': 'Nouveaux',
  'square.quiet': 'Calmes',
  'square.language': 'Langue parlée',
  'square.anyLanguage': 'Toutes les langues',
  'square.tags': 'Mots-clés',
  'square.found': { one: '{count} salon', many: '{count} de salons', other: '{count} salons' },
  'square.people': { one: '{count} personne', many: '{count} de personnes', other: '{count} personnes' },
  'square.talking': { one: '{count} parle', many: '{count} parlent', other: '{count} parlent' },
  'square.since': 'Ouvert depuis {time}',
  'square.justOpened': 'Vient d’ouvrir',
  'square.over': 'Tout le monde est parti',
  'square.waiting': {
    one: '{count} changement',
    many: '{count} de changements',
    other: '{count} changements',
  },
  'square.show': 'Afficher',
  'square.more': 'Afficher plus de salons',
  'square.moreFailed': 'La suite des salons n’a pas été chargée.',
  'square.none': 'Tout est calme ici.',
  'square.noneWhat':
    'Aucun salon public n’est ouvert pour l’instant. Ouvrez-en un ci-dessus : il apparaît ici dès que vous êtes deux.',
  'square.noMatch': 'Aucun salon ouvert ne correspond.',
  'square.clear': 'Tous les salons',
  'square.failed': 'Les salons ouverts n’ont pas été chargés.',
  'square.failedNext': 'Un nouvel essai suit tout seul. Vous pouvez déjà ouvrir un salon.',
  'square.offline': 'Vous êtes hors ligne.',
  'square.offlineNext': 'Les salons ouverts reviennent dès que le réseau est là.',
  'square.notLive': 'Plus en direct pour l’instant. La liste se rattrape toute seule.',
};
