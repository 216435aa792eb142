import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Comment vous entendez {name}',
  'listening.menuMuted': 'Comment vous entendez {name} : coupé pour vous',
  'listening.menuVolume': 'Comment vous entendez {name} : {volume}',
  'listening.volume': 'Volume',
  'listening.muteForMe': 'Couper pour moi',
  'listening.muteForMeHint': 'Cette voix se tait pour vous seulement. Personne n’est averti.',
  'listening.reset': 'Réglages d’origine',
  'listening.noKey': 'Son navigateur ne garde pas de clé ; ce réglage ne vaut donc que pour cette visite.',
  'listening.levelling': 'Tout le monde au même volume',
  'listening.levellingHint':
    'Les voix faibles montent et les fortes baissent, un peu et lentement. Pour vous seulement.',

  'line.fair': 'Ligne moyenne : un mot peut souffrir de temps à autre',
  'line.poor': 'Mauvaise ligne : peut être difficile à suivre',
  'line.own_good': 'Votre ligne est bonne',
  'line.own_fair': 'Votre ligne est moyenne : un mot peut souffrir de temps à autre',
  'line.own_poor': 'Votre ligne est mauvaise : vous et les autres pouvez être difficiles à suivre',

  'connection.looking': 'Vérification…',
  'connection.line': 'Ligne',
  'connection.path': 'Chemin vers le serveur',
  'connection.relayed': '{protocol}, par un relais',
  'connection.noPath': 'Aucun son ne passe encore, dans aucun sens',
  'connection.roundTrip': 'Aller-retour',
  'connection.table': 'Son de chaque personne',
  'connection.person': 'Personne',
  'connection.you': 'Vous',
  'connection.loss': 'Perte',
  'connection.jitter': 'Gigue',
  'connection.delay': 'Retenu',
  'connection.bitrate': 'Débit',
  'connection.codec': 'Codec',
  'connection.hint':
    'Pour vous : comment votre voix atteint le serveur. Pour les autres : comment la leur vous atteint. Retenu : ce que votre navigateur attend pour que le son ne se coupe pas.',
  'connection.copy': 'Copier en texte',
  'connection.copied': 'Copié',
  'connection.notCopied': 'Votre navigateur ne laisse pas cette page copier.',

  'settings.sound': 'Son',
  'settings.connection': 'Connexion',
};
