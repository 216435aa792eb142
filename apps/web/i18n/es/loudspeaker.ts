import type { loudspeaker as english } from '../en/loudspeaker.ts';
import type { Words } from '../words.ts';

export const loudspeaker: Words<typeof english> = {
  'loudspeaker.picker': 'Altavoz',
  'loudspeaker.system': 'El del sistema',
  'loudspeaker.unnamed': 'Altavoz {number}',
  'loudspeaker.unplugged': '{name} (desconectado)',
  'loudspeaker.choose': 'Elegir otro…',
  'loudspeaker.hidden': 'Tu navegador mostrará otros altavoces cuando enciendas el micrófono.',
  'loudspeaker.systemDecides': 'En este navegador, el sistema decide por dónde sale el sonido.',
  'loudspeaker.test': 'Probar el sonido',
  'loudspeaker.testing': 'Sonando…',
  'loudspeaker.testFailed': 'No se pudo reproducir el sonido. Inténtalo de nuevo o con otro altavoz.',
  'loudspeaker.gone': '{name} ya no está. Hasta que vuelva, oirás la sala por donde suene el sistema.',
  'loudspeaker.back': '{name} ha vuelto y oyes la sala otra vez por ahí',
};
