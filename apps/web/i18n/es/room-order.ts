import type { roomOrder as english } from '../en/room-order.ts';
import type { Words } from '../words.ts';

export const roomOrder: Words<typeof english> = {
  'about.hosts': 'Moderación',
  'about.ownerless': 'Esta sala no es de nadie: aquí todos pueden lo mismo.',
  'about.noHosts': 'Ahora no hay nadie de ellos.',
  'about.locked': 'Cerrada',
  'about.newcomers': 'Quien llega escucha antes {time}',
  'about.stage': 'Quien llega escucha',
  'about.chatOff': 'Chat cerrado',
  'about.listed': 'Pública',
  'about.edit': 'Cambiar la sala',

  'order.heading': 'Poner orden',
  'order.lock': 'Cerrar la sala',
  'order.lockHint': 'Solo puede entrar la moderación.',
  'order.slow': 'Chat lento',
  'order.slowOff': 'No',
  'order.slowEvery': 'Un mensaje cada {time}',

  'bans.heading': 'Vetos',
  'bans.none': 'No hay nadie vetado.',
  'bans.left': 'quedan {time}',
  'bans.by': 'por {name}',
  'bans.vote': 'por votación',
  'bans.unban': 'Readmitir a {name}',
  'bans.unbanShort': 'Readmitir',

  'log.heading': 'Qué ha hecho la moderación',
  'log.none': 'Nada por ahora.',
  'log.older': 'Ver anteriores',
  'log.failed': 'Esto no se ha cargado.',
};
