import type { privateRooms as english } from '../en/private.ts';
import type { Words } from '../words.ts';

export const privateRooms: Words<typeof english> = {
  'plan.kind': 'Qui peut entrer',
  'plan.open': 'Ouvert',
  'plan.openHint': 'Quiconque a le lien.',
  'plan.private': 'Privé',
  'plan.privateHint':
    'Seulement les personnes à qui vous dites comment. Chiffré de bout en bout\u202f: le serveur ne peut pas écouter.',
  'plan.encrypted': 'Chiffré de bout en bout (lien avec une clé)',
  'plan.encryptedHint':
    'Seules les personnes qui ont le lien entier entendent et lisent. Cela ne changera plus.',
  'plan.sealed': 'Visible seulement à l’intérieur. Le serveur ne peut pas le lire.',
  'plan.keyHere': 'Seule la clé de ce navigateur pourra changer le mot de passe ou le lien.',
  'plan.sealedName': 'Le nom ci-dessus n’est que pour l’intérieur. Le lien n’en dit rien.',

  'way.legend': 'Ce qu’il faut pour entrer',
  'way.password': 'Mot de passe',
  'way.passwordHint': 'On ouvre le lien et on tape le mot de passe.',
  'way.link': 'Lien secret',
  'way.linkHint': 'Le lien contient une clé\u202f: quiconque l’a peut entrer.',
  'way.both': 'Les deux',
  'way.bothHint': 'Le lien secret et le mot de passe. L’un sans l’autre n’ouvre rien.',

  'phrase.label': 'Mot de passe',
  'phrase.dice': 'Tirer d’autres mots',
  'phrase.copy': 'Copier le mot de passe',
  'phrase.drawnHint': 'Six mots anglais tirés au hasard\u202f: personne ne les devine.',
  'phrase.failed':
    'Les mots ne sont pas arrivés : votre connexion est peut-être coupée. Tirez-en d’autres, ou choisissez le vôtre.',
  'phrase.own': 'Choisir le mien',
  'phrase.drawn': 'Tirer des mots',
  'phrase.ownHint':
    'Qui exploite le serveur peut essayer des mots de passe sur ses propres machines. Six mots au hasard sont plus sûrs que ce que l’on invente.',
  'phrase.ownShort':
    'C’est court\u202f: qui exploite le serveur pourrait le deviner sur ses propres machines.',
  'phrase.empty': 'Choisissez d’abord un mot de passe.',
  'phrase.show': 'Afficher le mot de passe',
  'phrase.hide': 'Masquer le mot de passe',

  'making.heading': 'Création de votre salon privé',
  'making.failed': 'Le salon n’a pas pu être créé.',
  'making.failedNext': 'Personne ne peut y entrer. Réessayez.',
  'making.keyless': 'Ce navigateur n’a pas pu garder de clé pour lui.',
  'making.keylessNext': 'Une fenêtre privée en est peut-être la cause : ouvrez-en une ordinaire.',

  'made.heading': 'Votre salon privé est prêt',
  'made.changed': 'C’est changé\u202f: à transmettre',
  'made.link': 'Lien',
  'made.copyLink': 'Copier le lien',
  'made.apart': 'Envoyez le mot de passe par un autre chemin que le lien. Qui voit l’un n’aura pas l’autre.',
  'made.linkAlone': 'Quiconque a ce lien peut entrer. Ne l’envoyez que là où personne d’autre ne lit.',
  'made.keep':
    'Gardez cela en lieu sûr\u202f: personne ne pourra vous le remontrer, ni ce navigateur ni le serveur.',
  'made.notKept':
    'Ce navigateur ne garde rien\u202f: le mot de passe ou le lien de ce salon ne pourra jamais être changé.',
  'made.enter': 'Aller au salon',

  'entering.reading': 'Examen du salon…',
  'entering.deriving': 'Calcul de la clé…',
  'entering.proving': 'Preuve que vous la connaissez…',
  'entering.joining': 'Entrée…',
  'entering.progress': 'Progression',

  'gate.heading': 'Salon privé',
  'gate.password': 'Il s’ouvre avec un mot de passe, qui ne quitte jamais cet appareil.',
  'gate.both': 'Il s’ouvre avec votre lien et un mot de passe, qui ne quitte jamais cet appareil.',
  'gate.link': 'Il s’ouvre avec une clé qui est dans son lien.',
  'gate.field': 'Mot de passe',
  'gate.fieldHint': 'Les majuscules comptent. Les espaces avant et après, non.',
  'gate.fieldEmpty': 'Tapez le mot de passe de ce salon.',
  'gate.wholeLink': 'Le lien entier',
  'gate.wholeLinkHint': 'Collez-le tel que vous l’avez reçu, jusqu’au bout.',
  'gate.wholeLinkWrong': 'Il n’y a pas de clé à la fin.',
  'gate.otherRoom': 'C’est le lien d’un autre salon.',
  'gate.wholeLinkTaken': 'Le lien est entier maintenant, vous pouvez entrer.',
  'gate.open': 'Ouvrir',
  'gate.remember': 'Se souvenir de ce salon ici',
  'gate.rememberHint': 'Ce navigateur garde alors son nom et son adresse, jamais le mot de passe ni la clé.',
  'gate.memory':
    'Mots de passe et clés restent dans la mémoire de cette page\u202f: si vous la rechargez, on vous les redemande.',
  'gate.owner': 'Vous avez créé ce salon dans ce navigateur.',
  'gate.ownerChange': 'Nouveau mot de passe ou lien…',

  'shut.wrong_password': 'Ce mot de passe n’ouvre pas ce salon.',
  'shut.wrong_passwordNext': 'Vérifiez-le, majuscules comprises. Il a peut-être été changé.',
  'shut.wrong_key': 'Ce lien n’ouvre pas le salon.',
  'shut.wrong_keyNext': 'Sa clé est peut-être ancienne. Demandez le lien le plus récent.',
  'shut.wrong_either': 'Le mot de passe et le lien ensemble n’ouvrent pas ce salon.',
  'shut.wrong_eitherNext': 'Vérifiez le mot de passe. S’il est juste, demandez le lien le plus récent.',
  'shut.password_changed': 'Le mot de passe a été changé.',
  'shut.password_changedNext': 'Le vôtre était juste jusque-là. Demandez le nouveau, et tapez-le ici.',
  'shut.key_changed': 'Le lien secret a été changé.',
  'shut.key_changedNext': 'Le vôtre était juste jusque-là. Demandez le nouveau, et collez-le ici.',
  'shut.either_changed': 'Ce qui ouvre ce salon a été changé.',
  'shut.either_changedNext': 'Demandez le nouveau lien et le nouveau mot de passe.',
  'shut.locked_out': 'Il y a eu trop de mauvaises réponses.',
  'shut.locked_outNext': 'Attendez une minute avant de réessayer.',
  'shut.lockedFor': 'Vous pourrez réessayer dans {time}.',
  'shut.lockedOver': 'Vous pouvez réessayer.',
  'shut.no_password': 'Ce salon demande son mot de passe.',
  'shut.no_passwordNext': 'Demandez-le à qui vous a fait venir.',
  'shut.no_link_key': 'Ce lien n’est pas entier.',
  'shut.no_link_keyNext': 'Il manque une clé à la fin. Demandez le lien entier, ou collez-le ici.',
  'shut.forgot_key': 'En se rechargeant, cette page a oublié la clé.',
  'shut.forgot_keyNext': 'Ouvrez le lien encore une fois, ou collez-le ici.',
  'shut.record_tampered': 'Ce serveur montre un faux salon.',
  'shut.record_tamperedNext':
    'Ce qu’il en dit n’est pas signé par qui possède le salon. Vous ne lui avez rien envoyé. Prévenez qui vous a fait venir.',
  'shut.epoch_rolled_back': 'Ce serveur montre un ancien état du salon.',
  'shut.epoch_rolled_backNext':
    'Il date d’avant le changement du mot de passe. Vous ne lui avez rien envoyé. Prévenez qui possède le salon.',
  'shut.too_much_work': 'Ce serveur demande trop de travail.',
  'shut.too_much_workNext':
    'Il veut que votre appareil calcule bien plus longtemps que nécessaire. Vous ne lui avez rien envoyé. Prévenez qui possède le salon.',
  'shut.encryption_unsupported': 'Ce navigateur ne peut pas chiffrer les appels.',
  'shut.encryption_unsupportedNext':
    'Ouvrez le lien dans un Chrome, Edge, Firefox ou Safari à jour. Rien n’est envoyé en clair.',
  'shut.not_found': 'Il n’y a pas de tel salon privé.',
  'shut.not_foundNext':
    'Il est peut-être fini\u202f: un salon privé où personne ne vient pendant 30 jours est oublié.',

  'prove.heading': 'Le mot de passe a été changé',
  'prove.headingLink': 'Le lien secret a été changé',
  'prove.what': 'Entrez le nouveau d’ici {time} pour rester.',
  'prove.over': 'Le temps est écoulé.',
  'prove.stay': 'Rester dans le salon',

  'newSecret.heading': 'Nouveau mot de passe ou lien',
  'newSecret.what':
    'À l’intérieur, tout le monde a une minute pour entrer le nouveau, sinon il faut sortir. L’ancien n’ouvre plus rien.',
  'newSecret.change': 'Changer',
  'newSecret.failed': 'Le changement n’a pas réussi.',
  'newSecret.failedNext': 'L’ancien ouvre toujours le salon. Réessayez.',

  'ownRooms.heading': 'Vos salons privés',
  'ownRooms.forgetAsk': 'Oublier {room}\u202f? Son mot de passe ne pourra plus jamais changer.',
  'ownRooms.forget': 'Oublier',
  'ownRooms.keep': 'Garder',
};
