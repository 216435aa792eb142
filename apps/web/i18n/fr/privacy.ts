import type { privacy as english } from '../en/privacy.ts';
import type { Words } from '../words.ts';

export const privacy: Words<typeof english> = {
  'privacy.how': 'À quel point est-ce privé\u202f?',
  'privacy.private': 'Privé',
  'privacy.encrypted': 'Chiffré',
  'privacy.mark': '{kind}\u202f: à quel point est-ce privé\u202f?',
  'privacy.whatPrivate':
    'Seules entrent les personnes qui connaissent le secret de ce salon, et elles seules entendent, voient et lisent ce qui s’y passe. Le serveur transmet ce qu’il ne peut pas ouvrir.',
  'privacy.whatEncrypted':
    'Entrent les personnes qui ont le lien entier, et elles seules entendent, voient et lisent ce qui s’y passe. Le serveur transmet ce qu’il ne peut pas ouvrir.',
  'privacy.protected': 'Ce qui est protégé',
  'privacy.sound': 'Ce que vous dites et montrez',
  'privacy.chat': 'La discussion, les fichiers et les réactions',
  'privacy.name': 'Le nom du salon et son sujet',
  'privacy.server': 'Ce qu’un serveur malhonnête pourrait encore faire',
  'privacy.serverCode': 'Vous donner un code modifié, puisque cette page vient de lui',
  'privacy.serverGuess': 'Deviner des mots de passe faibles sur ses propres machines',
  'privacy.serverDrop': 'Retenir ou retarder ce qui est envoyé, ou couper le salon en deux',
  'privacy.serverSees': 'Voir qui est là, sous quel nom, quand, et qui parle combien',
  'privacy.number': 'Numéro de sécurité',
  'privacy.numberHint':
    'Lisez-le à voix haute. Si tout le monde a le même, personne ne s’interpose. Il change quand on arrive ou part.',
  'privacy.numberComing': 'Calcul en cours…',
  'privacy.people': 'Qui est là',
  'privacy.alone': 'Personne d’autre n’est là pour l’instant.',
  'privacy.verified': 'Connaît le secret',
  'privacy.compared': 'Clé comparée',
  'privacy.unverified': 'Non vérifié',
  'privacy.unverifiedHint': 'Le secret manque de ce côté\u202f: vous ne vous entendez ni ne vous lisez.',
  'privacy.changed': 'Autre clé que la dernière fois',
  'privacy.changedHint': 'Un autre appareil, ou une autre personne sous ce nom. Comparez le numéro.',
  'privacy.markCompared': 'Noter la comparaison',
  'privacy.markOf': 'Noter la comparaison avec {name}',
  'privacy.change': 'Nouveau mot de passe ou lien…',
  'privacy.compare': 'Comparer',

  'privacy.stopped': 'Votre micro est fermé\u202f: le chiffrement s’est arrêté.',
  'privacy.stoppedNext': 'Plus rien n’est envoyé ni entendu. Entrez de nouveau pour continuer.',
  'privacy.misnamed': 'Le serveur a attribué à {name} ce qui n’en vient pas.',
  'privacy.misnamedNext': 'Cela a été rejeté. Le serveur est peut-être en panne, ou malhonnête.',
  'privacy.misnamedMark': 'Ce qui est venu sous ce nom à tort a été rejeté',
  'privacy.missing': 'Rien de {name} ne peut encore être ouvert.',
  'privacy.missingNext': 'La clé n’est pas arrivée. Elle est demandée.',
  'privacy.stranger': '{name}\u202f: non vérifié.',
  'privacy.strangerNext':
    'Le secret de ce salon manque de ce côté\u202f: vous ne vous entendez ni ne vous lisez.',
  'privacy.newKey': '{name} a une autre clé que la dernière fois.',
  'privacy.newKeyNext': 'C’est peut-être un nouvel appareil, ou une autre personne sous ce nom.',

  'privacy.unreadable': 'Ce message ne peut pas être ouvert.',
  'privacy.unsigned': 'Seul le serveur dit qui a écrit cela',
  'privacy.misplaced': 'Le serveur a déplacé ceci',
};
