import type { sound as english } from '../en/sound.ts';
import type { Words } from '../words.ts';

export const sound: Words<typeof english> = {
  'talk.hold': 'Tenir pour parler',
  'talk.heading': 'Appuyer pour parler',
  'talk.mode': 'Appuyer pour parler',
  'talk.modeHint':
    'Votre micro est coupé ; on vous entend seulement tant que vous tenez une touche ou le bouton.',
  'talk.key': 'Touche à tenir',
  'talk.space': 'Espace',
  'talk.change': 'Changer la touche',
  'talk.press': 'Appuyez sur la touche voulue…',
  'talk.pressHint': 'Échap laisse tout comme avant.',
  'talk.notThis': 'Cette touche sert déjà à autre chose. Appuyez sur une autre.',
  'talk.holdKey': 'Tenez {key} pour parler',

  'mutedTalk.muted': 'Votre micro est coupé : personne ne vous entend.',
  'mutedTalk.press': 'Rouvrez-le pour qu’on vous entende.',
  'mutedTalk.hold': 'Tenez {key} ou le bouton pour parler.',
  'mutedTalk.dismiss': 'Je sais',

  'deviceNews.fell_back': '{gone} a disparu. Vous utilisez maintenant {now}.',
  'deviceNews.came_back': '{now} est de retour et de nouveau utilisé.',
  'deviceNews.new_default': 'Votre système a choisi un autre micro. Vous utilisez maintenant {now}.',
  'deviceNews.some': 'Votre micro',
  'deviceNews.other': 'un autre micro',
  'deviceNews.asBefore': 'Votre micro reste coupé.',
  'deviceNews.dismiss': 'D’accord',

  'sound.heading': 'Votre son',
  'sound.voice': 'Voix',
  'sound.voiceHint': 'Pour parler : clair, sans écho ni bruit.',
  'sound.music': 'Musique',
  'sound.musicHint': 'Pour jouer et chanter : stéréo, rien de filtré. Prenez un casque.',
  'sound.raw': 'Brut',
  'sound.rawHint': 'Exactement ce que donne le micro, en qualité maximale. Prenez un casque.',
  'sound.own': 'Ce sont vos propres réglages.',
  'sound.fine': 'Réglages fins',
  'sound.echo': 'Suppression d’écho',
  'sound.echoHint': 'Évite aux autres de s’entendre par vos haut-parleurs.',
  'sound.noise': 'Réduction du bruit',
  'sound.noiseHint': 'Atténue ventilateurs, touches et bruits de rue.',
  'sound.learned': 'Réduction du bruit apprise',
  'sound.learnedHint':
    'Un petit réseau de neurones sur cet appareil distingue votre voix de tout le reste. Il demande un peu de puissance.',
  'sound.learnedFailed':
    'Elle n’a pas pu démarrer ici ; votre micro continue sans elle. Éteignez-la et rallumez-la pour réessayer, ou prenez celle du navigateur.',
  'sound.gain': 'Volume automatique',
  'sound.gainHint': 'Vous garde au même volume, près ou loin du micro.',
  'sound.stereo': 'Stéréo',
  'sound.dtx': 'Économiser pendant les silences',
  'sound.dtxHint': 'N’envoie presque rien tant que vous vous taisez. La musique douce peut être coupée.',
  'sound.bitrate': 'Débit',
  'sound.notOn': 'Votre navigateur ne le fait pas avec ce micro.',
  'sound.notOff': 'Votre navigateur le fait quand même.',

  'shortcuts.talk': 'Parler tant qu’on la tient',
};
