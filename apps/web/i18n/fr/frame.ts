import type { frame as english } from '../en/frame.ts';
import type { Words } from '../words.ts';

export const frame: Words<typeof english> = {
  'frame.panel': 'Panneau latéral',
  'frame.closePanel': 'Fermer le panneau',
  'frame.back': 'Retour au salon',
  'frame.people': 'Personnes',
  'frame.room': 'Salon',
  'frame.showPeople': '{people} : afficher',
  'frame.more': 'Plus',
  'frame.settings': 'Réglages',
  'frame.fresh': { one: '{count} en plus', many: '{count} en plus', other: '{count} en plus' },

  'settings.sections': 'Rubriques',
  'settings.profile': 'Profil',
  'settings.microphone': 'Micro',
  'settings.appearance': 'Apparence et langue',
  'settings.shortcuts': 'Raccourcis',
  'settings.theme': 'Thème',
  'settings.themeSystem': 'Comme l’appareil',
  'settings.themeLight': 'Clair',
  'settings.themeDark': 'Sombre',

  'shortcuts.heading': 'Raccourcis clavier',
  'shortcuts.singleKeys': 'Raccourcis à une touche',
  'shortcuts.singleKeysHint': 'Désactivez-les si vous dictez : un mot prononcé pourrait les déclencher.',
  'shortcuts.mute': 'Couper ou rouvrir le micro',
  'shortcuts.hand': 'Lever ou baisser la main',
  'shortcuts.react': 'Réagir avec un émoji',
  'shortcuts.chat': 'Afficher ou masquer le chat',
  'shortcuts.people': 'Afficher ou masquer les personnes',
  'shortcuts.share': 'Partager ce salon',
  'shortcuts.settings': 'Ouvrir les réglages',
  'shortcuts.sheet': 'Afficher cette liste',
  'shortcuts.close': 'Fermer ce qui est ouvert',
  'shortcuts.escape': 'Échap',

  'share.share': 'Partager',
  'share.heading': 'Invitez quelqu’un',
  'share.title': '{room} · Earshot',
  'share.qr': 'Code QR du lien vers ce salon',
  'share.system': 'Partager avec une appli…',
  'share.more': 'Code QR et autres',

  'roomPanel.age': 'Ouvert depuis {age}',
  'roomPanel.justOpened': 'Ouvert à l’instant',
  'roomPanel.whoHears': 'Qui peut vous entendre',
  'roomPanel.encryption':
    'Toute personne qui a le lien peut entrer et écouter. Le son est chiffré jusqu’au serveur puis vers les autres, mais pas de bout en bout : qui gère le serveur pourrait écouter.',
};
