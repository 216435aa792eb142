import type { people as english } from '../en/people.ts';
import type { Words } from '../words.ts';

export const people: Words<typeof english> = {
  'people.live': 'Micro ouvert',
  'people.sharing': 'Partage un écran',
  'people.handPlace': 'Main levée, numéro {place}',
  'people.lookalike': 'Ce nom ressemble à celui de quelqu’un d’autre ici',
  'people.search': 'Trouver quelqu’un',
  'people.nobodyFound': 'Personne ici ne s’appelle ainsi.',
  'people.editOwn': 'Modifier votre profil',

  'hand.raise': 'Lever la main',
  'hand.lower': 'Baisser la main',
  'hand.raisedBy': {
    one: '{names} a levé la main',
    many: '{names} ont levé la main',
    other: '{names} ont levé la main',
  },
  'hand.raisedMany': {
    one: '{count} main s’est levée',
    many: '{count} de mains se sont levées',
    other: '{count} mains se sont levées',
  },
  'hand.ownRaised': 'Votre main est levée, numéro {place}',
  'hand.ownLowered': 'Votre main est baissée',
  'hand.refused': 'Votre main n’a pas pu changer. Réessayez dans un instant.',

  'reactions.react': 'Réagir',
  'reactions.bar': 'Réactions',
  'reactions.more': 'Tous les émojis',
  'reactions.send': 'Réagir avec {emoji}',
  'reactions.fromOne': '{name} a réagi avec {emoji}',
  'reactions.fromMany': {
    one: '{count} personne a réagi avec {emoji}',
    many: '{count} de personnes ont réagi avec {emoji}',
    other: '{count} personnes ont réagi avec {emoji}',
  },

  'profile.emoji': 'Émoji à la place de vos initiales',
  'profile.moreEmoji': 'Un autre émoji',
  'profile.noEmoji': 'Aucun',
  'profile.status': 'Statut',
  'profile.statusHint': 'Une ligne que les autres voient à côté de votre nom.',
  'profile.left': {
    one: 'Encore {count} caractère',
    many: 'Encore {count} de caractères',
    other: 'Encore {count} caractères',
  },
  'profile.tooLong': {
    one: '{count} caractère de trop',
    many: '{count} de caractères de trop',
    other: '{count} caractères de trop',
  },
  'profile.save': 'Enregistrer',
  'profile.saved': 'Enregistré. Tout le monde le voit.',
  'profile.words': 'Un mot de votre nom ou de votre statut n’est pas le bienvenu ici.',
  'profile.wordsNext': 'Choisissez d’autres mots, puis enregistrez de nouveau.',
  'profile.refused': 'Votre profil n’a pas pu être enregistré.',
  'profile.refusedNext':
    'Cela fait beaucoup de changements, ou la connexion est coupée. Réessayez dans un instant.',
};
