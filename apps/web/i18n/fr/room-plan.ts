import type { roomPlan as english } from '../en/room-plan.ts';
import type { Words } from '../words.ts';

export const roomPlan: Words<typeof english> = {
  'plan.topic': 'Sujet',
  'plan.topicHint': 'Une ligne qui dit de quoi on y parle.',
  'plan.tags': 'Étiquettes',
  'plan.tagsHint': 'Jusqu’à {count} mots pour la recherche. Entrée en ajoute un.',
  'plan.addTag': 'Ajouter',
  'plan.removeTag': 'Retirer {tag}',
  'plan.noLanguage': 'Non précisée',
  'plan.listed': 'La montrer parmi les salons publics',
  'plan.listedHint': 'Tout le monde peut alors le trouver sur l’accueil. Sinon, il faut le lien.',
  'plan.stage': 'Les nouveaux écoutent d’abord',
  'plan.stageHint': 'Ils lèvent la main, et un responsable leur donne la parole.',
  'plan.newcomers': 'Les nouveaux écoutent d’abord',
  'plan.newcomersNot': 'Pas du tout',
  'plan.newcomersHint': 'Ensuite ils peuvent parler. Qui est déjà venu n’attend pas.',
  'plan.size': 'Places',
  'plan.people': { one: '{count} personne', many: '{count} personnes', other: '{count} personnes' },
  'plan.chat': 'Tout le monde peut écrire',
  'plan.chatHint': 'Sinon, seuls les responsables écrivent.',
  'plan.owner': 'Le salon sera à vous : la clé de ce navigateur le rouvre.',
};
