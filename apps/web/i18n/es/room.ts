import type { room as english } from '../en/room.ts';
import type { Words } from '../words.ts';

export const room: Words<typeof english> = {
  'room.people': { one: '{count} persona', many: '{count} de personas', other: '{count} personas' },
  'room.seats': 'Personas en la sala',
  'room.you': 'Tú',
  'room.muted': 'En silencio',
  'room.away': 'Reconectando…',
  'room.listening': 'Solo escucha',
  'room.slept':
    'Tu dispositivo durmió esta página en segundo plano. Puede que te hayas perdido algo y que otros no te hayan oído.',
  'room.sleptFine': 'Entendido',
  'room.alone': 'Aún no hay nadie más. Envíales el enlace.',
  'room.titleMuted': 'En silencio · {room} · Earshot',
  'room.titleListening': 'Escuchando · {room} · Earshot',
  'room.titleLive': 'En directo · {room} · Earshot',

  'controls.bar': 'Controles',
  'controls.mute': 'Silenciar',
  'controls.unmute': 'Hablar',
  'controls.unmuting': 'Activando…',
  'controls.live': 'Te oyen',
  'controls.muted': 'Estás en silencio',
  'controls.listening': 'Solo estás escuchando',
  'controls.shortcut': 'Pulsa M para silenciarte o hablar',
  'controls.goLive': 'Encender el micrófono',
  'controls.copy': 'Copiar enlace',
  'controls.copied': 'Enlace copiado',
  'controls.copyByHand': 'Copia este enlace',
  'controls.copyByHandHint':
    'Tu navegador no deja que las páginas copien por sí solas: selecciona el enlace y cópialo.',
  'controls.leave': 'Salir',
  'controls.close': 'Cerrar',
  'controls.refused': 'No se pudo cambiar el micrófono. Estás en silencio.',
  'controls.refusedNext': 'No te oye nadie. Inténtalo de nuevo.',

  'sound.blocked': 'Tu navegador está reteniendo el sonido.',
  'sound.tapToHear': 'Toca para oír',
  'sound.connecting': 'Conectando el sonido…',

  'announce.joined': { one: '{names} ha entrado', many: '{names} han entrado', other: '{names} han entrado' },
  'announce.left': { one: '{names} ha salido', many: '{names} han salido', other: '{names} han salido' },
  'announce.joinedMany': {
    one: 'Ha entrado {count} persona',
    many: 'Han entrado {count} de personas',
    other: 'Han entrado {count} personas',
  },
  'announce.leftMany': {
    one: 'Ha salido {count} persona',
    many: 'Han salido {count} de personas',
    other: 'Han salido {count} personas',
  },
  'announce.live': 'Micrófono encendido',
  'announce.muted': 'Micrófono en silencio',
  'announce.off': 'Micrófono apagado',

  'returning.heading': 'Volviendo…',
  'returning.live':
    'Se ha perdido la conexión. Ahora no te oye nadie; al volver, tu micrófono se encenderá de nuevo.',
  'returning.silent': 'Se ha perdido la conexión. Te guardamos el sitio.',
  'returning.hurry': 'Probar ahora',

  'ended.left': 'Has salido de {room}.',
  'ended.leftNext': 'El enlace sigue valiendo: vuelve cuando quieras.',
  'ended.removed': 'Te han sacado de {room}.',
  'ended.removedNext':
    'Tu micrófono está apagado. Si fue un error, habla con quienes moderan antes de volver.',
  'ended.banned': 'Te han vetado en {room}.',
  'ended.bannedNext': 'Tu micrófono está apagado. Hay otras salas abiertas.',
  'ended.barred': 'Te han vetado en este servidor.',
  'ended.barredNext': 'Tu micrófono está apagado. Por ahora no puedes entrar en ninguna de sus salas.',
  'ended.room_closed': 'Se ha cerrado {room}.',
  'ended.room_closedNext':
    'Quien gestiona este servidor la ha terminado para todos. Hay otras salas abiertas.',
  'ended.unlinked': 'Este dispositivo se ha desvinculado.',
  'ended.unlinkedNext': 'Has salido de {room}. Si vuelves a entrar, aquí eres otra persona.',
  'ended.connection_lost': 'Se ha perdido la conexión con {room}.',
  'ended.connection_lostNext': 'Tu micrófono está apagado. Vuelve a entrar cuando recuperes la conexión.',
  'ended.media_failed': 'No pasa ningún sonido entre tú y el servidor.',
  'ended.media_failedNext': 'Puede que tu red bloquee las llamadas. Inténtalo de nuevo o desde otra red.',
  'ended.server_stopping': 'El servidor se está reiniciando.',
  'ended.server_stoppingNext': 'Todos han tenido que salir de {room}. Debería volver en unos segundos.',
  'ended.failed': 'Algo ha fallado en {room}.',
  'ended.failedNext': 'No es culpa tuya. Tu micrófono está apagado.',
  'ended.rejoin': 'Volver',
  'ended.howLong': 'Ver por cuánto tiempo',
  'ended.home': 'Inicio',
};
