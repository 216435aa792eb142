import type { square as english } from '../en/square.ts';
import type { Words } from '../words.ts';

export const square: Words<typeof english> = {
  'square.heading': 'Abiertas ahora',
  'square.search': 'Buscar salas',
  'square.order': 'Orden',
  'square.hot': 'Animadas',
  'square.new': 'Nuevas',
  'square.quiet': 'Tranquilas',
  'square.language': 'Idioma hablado',
  'square.anyLanguage': 'Cualquier idioma',
  'square.tags': 'Etiquetas',
  'square.found': { one: '{count} sala', many: '{count} de salas', other: '{count} salas' },
  'square.people': { one: '{count} persona', many: '{count} de personas', other: '{count} personas' },
  'square.talking': { one: '{count} habla', many: '{count} hablan', other: '{count} hablan' },
  'square.since': 'Abierta hace {time}',
  'square.justOpened': 'Recién abierta',
  'square.over': 'Se han ido todos',
  'square.waiting': { one: '{count} cambio', many: '{count} de cambios', other: '{count} cambios' },
  'square.show': 'Mostrar',
  'square.more': 'Mostrar más salas',
  'square.moreFailed': 'No se han cargado más salas.',
  'square.none': 'Aquí fuera hay silencio.',
  'square.noneWhat':
    'Ahora no hay ninguna sala pública abierta. Abre una arriba: aparecerá aquí en cuanto haya dos personas.',
  'square.noMatch': 'Ninguna sala abierta coincide.',
  'square.clear': 'Mostrar todas',
  'square.failed': 'No se han cargado las salas abiertas.',
  'square.failedNext': 'Lo volvemos a intentar solos. Mientras tanto puedes abrir una sala.',
  'square.offline': 'No tienes conexión.',
  'square.offlineNext': 'Las salas abiertas volverán en cuanto vuelva la red.',
  'square.notLive': 'Ahora no va en directo. La lista se pondrá al día sola.',
};
