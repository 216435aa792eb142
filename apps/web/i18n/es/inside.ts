import type { inside as english } from '../en/inside.ts';
import type { Words } from '../words.ts';

export const inside: Words<typeof english> = {
  'inside.nobody': 'Todavía no hay nadie. Entrarás antes que nadie.',
  'inside.who': { one: '{names} está dentro', many: '{names} están dentro', other: '{names} están dentro' },
  'inside.others': {
    one: '{count} persona más',
    many: '{count} de personas más',
    other: '{count} personas más',
  },
  'inside.people': {
    one: 'Hay {count} persona dentro',
    many: 'Hay {count} de personas dentro',
    other: 'Hay {count} personas dentro',
  },
  'inside.talking': {
    one: '{names} está hablando',
    many: '{names} están hablando',
    other: '{names} están hablando',
  },
  'inside.somebodyTalks': {
    one: '{count} persona está hablando',
    many: '{count} de personas están hablando',
    other: '{count} personas están hablando',
  },
  'inside.locked': 'La sala está cerrada con llave por ahora.',
  'inside.anotherTab': 'Ya estás en esta sala en otra pestaña. Si entras también aquí, estarás dos veces.',
  'inside.leaveThere': 'Salir de allí',
};
