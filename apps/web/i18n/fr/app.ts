import type { app as english } from '../en/app.ts';
import type { Words } from '../words.ts';

export const app: Words<typeof english> = {
  'app.name': 'Earshot',
  'app.title': 'Earshot : ouvrez un lien et parlez',
  'app.description': 'Des salons vocaux derrière un lien. Sans compte, sans rien installer.',
  'app.home': 'Earshot, accueil',
  'app.noScript': 'Earshot a besoin de JavaScript pour porter votre voix.',

  'missing.heading': 'Rien à entendre ici.',
  'missing.what': 'Il n’y a pas de page à cette adresse.',
  'missing.home': 'Aller à l’accueil',

  'broken.heading': 'Cette page a trébuché.',
  'broken.what':
    'Une erreur d’Earshot l’a arrêtée. Vous n’êtes plus dans aucun salon et votre micro est fermé.',
  'broken.again': 'Recommencer',
  'broken.part': 'Cette partie ne s’est pas chargée.',
  'broken.partNext': 'La connexion est peut-être lente ou coupée. Votre appel continue pendant ce temps.',
};
