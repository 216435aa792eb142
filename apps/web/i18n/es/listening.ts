import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Cómo oyes a {name}',
  'listening.menuMuted': 'Cómo oyes a {name}: en silencio para ti',
  'listening.menuVolume': 'Cómo oyes a {name}: {volume}',
  'listening.volume': 'Volumen',
  'listening.muteForMe': 'Silenciar para mí',
  'listening.muteForMeHint': 'Solo tú dejas de oír esta voz. No se avisa a nadie.',
  'listening.reset': 'Restablecer',
  'listening.noKey':
    'Su navegador no guarda ninguna clave, así que esto solo se recuerda durante esta visita.',
  'listening.levelling': 'Todos al mismo volumen',
  'listening.levellingHint': 'Las voces bajas suben y las altas bajan, un poco y despacio. Solo para ti.',

  'line.fair': 'Conexión regular: de vez en cuando puede perderse una palabra',
  'line.poor': 'Mala conexión: puede costar seguirle',
  'line.own_good': 'Tu conexión es buena',
  'line.own_fair': 'Tu conexión es regular: de vez en cuando puede perderse una palabra',
  'line.own_poor': 'Tu conexión es mala: puede costar seguirte a ti y a los demás',

  'connection.looking': 'Comprobando…',
  'connection.line': 'Línea',
  'connection.path': 'Camino al servidor',
  'connection.relayed': '{protocol}, a través de un relé',
  'connection.noPath': 'Aún no pasa sonido en ninguna dirección',
  'connection.roundTrip': 'Ida y vuelta',
  'connection.table': 'Sonido de cada persona',
  'connection.person': 'Persona',
  'connection.you': 'Tú',
  'connection.loss': 'Pérdida',
  'connection.jitter': 'Jitter',
  'connection.delay': 'Retenido',
  'connection.bitrate': 'Tasa de bits',
  'connection.codec': 'Códec',
  'connection.hint':
    'En tu caso: cómo llega tu voz al servidor. En los demás: cómo te llega la suya. Retenido es lo que espera tu navegador para que el sonido no se corte.',
  'connection.copy': 'Copiar como texto',
  'connection.copied': 'Copiado',
  'connection.notCopied': 'Tu navegador no deja que esta página copie.',

  'settings.sound': 'Sonido',
  'settings.connection': 'Conexión',
};
