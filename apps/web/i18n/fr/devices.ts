import type { devices as english } from '../en/devices.ts';
import type { Words } from '../words.ts';

export const devices: Words<typeof english> = {
  'microphone.heading': 'Micro',
  'microphone.turnOn': 'Ouvrir le micro',
  'microphone.check': 'Vérifier le micro',
  'microphone.why': 'Ouvrez-le pour vérifier que votre voix passe. Personne ne vous entend encore.',
  'microphone.opening': 'En attente de l’autorisation du navigateur…',
  'microphone.replacing': 'Recherche d’un autre micro…',
  'microphone.systemChoice': 'Choix du système ({device})',
  'microphone.picker': 'Micro utilisé',
  'microphone.level': 'Niveau du micro',
  'microphone.sayHello': 'Dites bonjour : la barre devrait bouger.',
  'microphone.heard': 'On vous entend.',
  'microphone.quiet': 'silence',
  'microphone.loud': 'son',
  'microphone.unnamed': 'Micro {number}',
  'microphone.tryAgain': 'Réessayer le micro',
  'microphone.denied': 'Votre navigateur ne laisse pas Earshot utiliser le micro.',
  'microphone.deniedNext':
    'Ouvrez les réglages du site à côté de la barre d’adresse, autorisez le micro, puis réessayez.',
  'microphone.none': 'Il n’y a pas de micro sur cet appareil.',
  'microphone.noneNext': 'Branchez-en un ou connectez un casque, puis réessayez.',
  'microphone.in_use': 'Un autre programme occupe votre micro.',
  'microphone.in_useNext': 'Fermez l’autre appel ou l’enregistreur, puis réessayez.',
  'microphone.insecure': 'Les navigateurs n’autorisent le micro que sur les pages sécurisées.',
  'microphone.insecureNext': 'Ouvrez ce salon avec un lien https:// pour parler.',
  'microphone.failed': 'Le micro n’a pas démarré.',
  'microphone.failedNext': 'Débranchez-le et rebranchez-le, ou choisissez-en un autre.',
  'microphone.lost': 'Votre micro a disparu : il a été débranché ou éteint.',
  'microphone.lostNext': 'Reconnectez-le ou choisissez-en un autre.',
  'microphone.stillListen': 'Vous pouvez quand même écouter.',
};
