import type { room as english } from '../en/room.ts';
import type { Words } from '../words.ts';

export const room: Words<typeof english> = {
  'room.people': { one: '{count} personne', many: '{count} de personnes', other: '{count} personnes' },
  'room.seats': 'Personnes dans le salon',
  'room.you': 'Vous',
  'room.muted': 'Micro coupé',
  'room.away': 'Reconnexion…',
  'room.listening': 'Écoute seulement',
  'room.slept':
    'Votre appareil a endormi cette page en arrière-plan. Vous avez peut-être manqué quelque chose, et les autres ne vous ont peut-être pas entendu.',
  'room.sleptFine': 'D’accord',
  'room.alone': 'Vous êtes la première personne ici. Envoyez le lien aux autres.',
  'room.alonePassword':
    'Vous êtes la première personne ici. Envoyez le lien aux autres, et le mot de passe par un autre chemin.',
  'room.titleMuted': 'Micro coupé · {room} · Earshot',
  'room.titleListening': 'Écoute · {room} · Earshot',
  'room.titleLive': 'Micro ouvert · {room} · Earshot',

  'controls.bar': 'Commandes',
  'controls.mute': 'Couper',
  'controls.unmute': 'Rouvrir',
  'controls.unmuting': 'Ouverture…',
  'controls.live': 'On vous entend',
  'controls.muted': 'Votre micro est coupé',
  'controls.listening': 'Vous écoutez seulement',
  'controls.shortcut': 'Appuyez sur M pour couper ou rouvrir le micro',
  'controls.goLive': 'Ouvrir le micro',
  'controls.copy': 'Copier le lien',
  'controls.copied': 'Lien copié',
  'controls.copyByHand': 'Copiez ce lien',
  'controls.copyByHandHint':
    'Votre navigateur ne laisse pas les pages copier d’elles-mêmes : sélectionnez le lien et copiez-le.',
  'controls.leave': 'Quitter',
  'controls.close': 'Fermer',
  'controls.refused': 'Le micro n’a pas changé d’état. Il est coupé.',
  'controls.refusedNext': 'Personne ne vous entend. Réessayez.',

  'sound.blocked': 'Votre navigateur retient le son.',
  'sound.tapToHear': 'Touchez pour entendre',
  'sound.connecting': 'Connexion du son…',

  'announce.joined': { one: '{names} est là', many: '{names} sont là', other: '{names} sont là' },
  'announce.left': {
    one: '{names} n’est plus là',
    many: '{names} ne sont plus là',
    other: '{names} ne sont plus là',
  },
  'announce.joinedMany': {
    one: '{count} personne est arrivée',
    many: '{count} de personnes sont arrivées',
    other: '{count} personnes sont arrivées',
  },
  'announce.leftMany': {
    one: '{count} personne est partie',
    many: '{count} de personnes sont parties',
    other: '{count} personnes sont parties',
  },
  'announce.live': 'Micro ouvert',
  'announce.muted': 'Micro coupé',
  'announce.off': 'Micro fermé',

  'returning.heading': 'Retour en cours…',
  'returning.live':
    'La connexion est perdue. Personne ne vous entend ; votre micro se rouvrira à votre retour.',
  'returning.silent': 'La connexion est perdue. Votre place vous est gardée.',
  'returning.hurry': 'Essayer',

  'ended.left': 'Vous avez quitté {room}.',
  'ended.leftNext': 'Le lien reste valable : revenez quand vous voulez.',
  'ended.removed': 'On vous a fait sortir de {room}.',
  'ended.removedNext':
    'Votre micro est fermé. Si c’était une erreur, parlez-en aux responsables avant de revenir.',
  'ended.votedOut': 'Un vote vous a fait sortir de {room}.',
  'ended.votedOutNext':
    'Votre micro est fermé. Vous pourrez revenir dans quelques minutes ; d’autres salons vous sont ouverts.',
  'ended.banned': 'Vous avez été exclu·e de {room}.',
  'ended.bannedNext': 'Votre micro est fermé. D’autres salons vous sont ouverts.',
  'ended.barred': 'Vous avez été exclu·e de ce serveur.',
  'ended.barredNext': 'Votre micro est fermé. Tous ses salons vous sont fermés pour le moment.',
  'ended.room_closed': '{room} a été fermé.',
  'ended.room_closedNext':
    'La personne qui gère ce serveur y a mis fin pour tout le monde. D’autres salons vous sont ouverts.',
  'ended.unlinked': 'Cet appareil a été dissocié.',
  'ended.unlinkedNext': 'Vous avez quitté {room}. En y entrant de nouveau, vous y serez une autre personne.',
  'ended.not_proved': 'Le mot de passe de ce salon a été changé.',
  'ended.not_provedNext': 'Vous avez quitté {room}. Demandez le nouveau mot de passe et entrez de nouveau.',
  'ended.connection_lost': 'La connexion à {room} est perdue.',
  'ended.connection_lostNext': 'Votre micro est fermé. Revenez quand la connexion sera rétablie.',
  'ended.media_failed': 'Aucun son ne passe entre vous et le serveur.',
  'ended.media_failedNext':
    'Votre réseau bloque peut-être les appels. Réessayez, ou essayez un autre réseau.',
  'ended.server_stopping': 'Le serveur redémarre.',
  'ended.server_stoppingNext':
    'Tout le monde a dû quitter {room}. Il devrait revenir dans quelques secondes.',
  'ended.failed': 'Quelque chose s’est mal passé dans {room}.',
  'ended.failedNext': 'Vous n’y êtes pour rien. Votre micro est fermé.',
  'ended.rejoin': 'Revenir',
  'ended.howLong': 'Voir pour combien de temps',
  'ended.home': 'Accueil',
};
