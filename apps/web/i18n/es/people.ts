import type { people as english } from '../en/people.ts';
import type { Words } from '../words.ts';

export const people: Words<typeof english> = {
  'people.live': 'Micrófono encendido',
  'people.sharing': 'Comparte pantalla',
  'people.handPlace': 'Mano levantada, número {place}',
  'people.lookalike': 'El nombre se parece al de otra persona de aquí',
  'people.search': 'Buscar a alguien',
  'people.nobodyFound': 'Aquí nadie se llama así.',
  'people.editOwn': 'Editar tu perfil',

  'hand.raise': 'Levantar la mano',
  'hand.lower': 'Bajar la mano',
  'hand.raisedBy': {
    one: '{names} ha levantado la mano',
    many: '{names} han levantado la mano',
    other: '{names} han levantado la mano',
  },
  'hand.raisedMany': {
    one: 'Se ha levantado {count} mano',
    many: 'Se han levantado {count} de manos',
    other: 'Se han levantado {count} manos',
  },
  'hand.ownRaised': 'Tienes la mano levantada, número {place}',
  'hand.ownLowered': 'Tienes la mano bajada',
  'hand.refused': 'No se pudo cambiar tu mano. Inténtalo de nuevo en un momento.',

  'reactions.react': 'Reaccionar',
  'reactions.bar': 'Reacciones',
  'reactions.more': 'Todos los emojis',
  'reactions.send': 'Reaccionar con {emoji}',
  'reactions.fromOne': '{name} ha reaccionado con {emoji}',
  'reactions.fromMany': {
    one: '{count} persona ha reaccionado con {emoji}',
    many: '{count} de personas han reaccionado con {emoji}',
    other: '{count} personas han reaccionado con {emoji}',
  },

  'profile.emoji': 'Emoji en lugar de tus iniciales',
  'profile.moreEmoji': 'Otro emoji',
  'profile.noEmoji': 'Ninguno',
  'profile.status': 'Estado',
  'profile.statusHint': 'Una línea que los demás ven junto a tu nombre.',
  'profile.left': {
    one: 'Queda {count} carácter',
    many: 'Quedan {count} de caracteres',
    other: 'Quedan {count} caracteres',
  },
  'profile.tooLong': {
    one: 'Sobra {count} carácter',
    many: 'Sobran {count} de caracteres',
    other: 'Sobran {count} caracteres',
  },
  'profile.save': 'Guardar',
  'profile.saved': 'Guardado. Ya lo ve todo el mundo.',
  'profile.words': 'Tu nombre o tu estado contiene una palabra que aquí no es bienvenida.',
  'profile.wordsNext': 'Elige otras palabras y guarda de nuevo.',
  'profile.refused': 'No se pudo guardar tu perfil.',
  'profile.refusedNext': 'Han sido muchos cambios o no hay conexión. Inténtalo de nuevo en un momento.',
};
