import type { inside as english } from '../en/inside.ts';
import type { Words } from '../words.ts';

export const inside: Words<typeof english> = {
  'inside.nobody': 'Noch ist niemand da. Du kommst als Erstes.',
  'inside.who': { one: '{names} ist schon da', other: '{names} sind schon da' },
  'inside.others': { one: '{count} weitere Person', other: '{count} weitere' },
  'inside.people': { one: '{count} Person ist da', other: '{count} Menschen sind da' },
  'inside.talking': { one: '{names} spricht', other: '{names} sprechen' },
  'inside.somebodyTalks': { one: '{count} Person spricht', other: '{count} Personen sprechen' },
  'inside.locked': 'Der Raum ist gerade abgeschlossen.',
  'inside.anotherTab':
    'Du bist in einem anderen Tab schon in diesem Raum. Kommst du auch hier herein, bist du zweimal da.',
  'inside.leaveThere': 'Dort verlassen',
};
