import type { roomOrder as english } from '../en/room-order.ts';
import type { Words } from '../words.ts';

export const roomOrder: Words<typeof english> = {
  'about.hosts': 'Responsables',
  'about.ownerless': 'Ce salon n’est à personne : tout le monde y a les mêmes droits.',
  'about.noHosts': 'Personne d’entre eux n’est là.',
  'about.locked': 'Verrouillé',
  'about.newcomers': 'Les nouveaux écoutent d’abord {time}',
  'about.stage': 'Les nouveaux écoutent',
  'about.chatOff': 'Chat fermé',
  'about.listed': 'Ouvert à tous',
  'about.edit': 'Modifier le salon',

  'order.heading': 'Maintenir l’ordre',
  'order.lock': 'Verrouiller le salon',
  'order.lockHint': 'Seuls les responsables peuvent encore entrer.',
  'order.slow': 'Chat ralenti',
  'order.slowOff': 'Non',
  'order.slowEvery': 'Un message par {time}',

  'bans.heading': 'Exclusions',
  'bans.none': 'Personne n’est exclu.',
  'bans.left': 'encore {time}',
  'bans.by': 'par {name}',
  'bans.vote': 'par un vote',
  'bans.unban': 'Réadmettre {name}',
  'bans.unbanShort': 'Réadmettre',

  'log.heading': 'Décisions des responsables',
  'log.none': 'Rien pour l’instant.',
  'log.older': 'Voir plus ancien',
  'log.failed': 'Cela n’a pas pu se charger.',
};
