import type { listening as english } from '../en/listening.ts';
import type { Words } from '../words.ts';

export const listening: Words<typeof english> = {
  'listening.menu': 'Cómo oyes a {name}',
  'listening.menuMuted': 'Cómo oyes a {name}: en silencio para ti',
  'listening.menuVolume': 'Cómo oyes a {name}: {volume}',
  'listening.volume': 'Volumen',
  'listening.muteForMe': 'Silenciar para mí',
  'listening.muteForMeHint': 'Solo tú dejas de oír esta voz. No se avisa a nadie.',
  'listening.reset': 'Tal como llega',
  'listening.noKey':
    'Su navegador no guarda ninguna clave, así que esto solo se recuerda durante esta visita.',
  'listening.levelling': 'Todos al mismo volumen',
  'listening.levellingHint': 'Las voces bajas suben y las altas bajan, un poco y despacio. Solo para ti.',

  'settings.sound': 'Sonido',
  'settings.connection': 'Conexión',
};
