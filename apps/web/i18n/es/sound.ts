import type { sound as english } from '../en/sound.ts';
import type { Words } from '../words.ts';

export const sound: Words<typeof english> = {
  'talk.hold': 'Mantén para hablar',
  'talk.heading': 'Pulsar para hablar',
  'talk.mode': 'Pulsar para hablar',
  'talk.modeHint': 'Estás en silencio y solo te oyen mientras mantienes una tecla o el botón.',
  'talk.key': 'Tecla que mantener',
  'talk.space': 'Espacio',
  'talk.change': 'Cambiar la tecla',
  'talk.press': 'Pulsa la tecla que quieras…',
  'talk.pressHint': 'Esc lo deja como está.',
  'talk.notThis': 'Esa tecla hace falta para otras cosas. Pulsa otra.',
  'talk.holdKey': 'Mantén {key} para hablar',

  'mutedTalk.muted': 'Estás en silencio: no te oye nadie.',
  'mutedTalk.press': 'Activa el micro y te oirán.',
  'mutedTalk.hold': 'Mantén {key} o el botón para hablar.',
  'mutedTalk.dismiss': 'Ya lo sé',

  'deviceNews.fell_back': '{gone} ya no está. Ahora usas {now}.',
  'deviceNews.came_back': '{now} ha vuelto y está otra vez en uso.',
  'deviceNews.new_default': 'Tu sistema ha elegido otro micrófono. Ahora usas {now}.',
  'deviceNews.some': 'Tu micrófono',
  'deviceNews.other': 'otro micrófono',
  'deviceNews.asBefore': 'Sigues en silencio.',
  'deviceNews.dismiss': 'Vale',

  'sound.heading': 'Cómo suenas',
  'sound.voice': 'Voz',
  'sound.voiceHint': 'Para hablar: voz clara, sin eco ni ruido.',
  'sound.music': 'Música',
  'sound.musicHint': 'Para tocar y cantar: estéreo, sin filtros. Usa auriculares.',
  'sound.raw': 'Sin tratar',
  'sound.rawHint': 'Justo lo que da el micrófono, con la máxima calidad. Usa auriculares.',
  'sound.own': 'Estos son tus propios ajustes.',
  'sound.fine': 'Ajustes finos',
  'sound.echo': 'Cancelación de eco',
  'sound.echoHint': 'Evita que los demás se oigan a sí mismos por tus altavoces.',
  'sound.noise': 'Supresión de ruido',
  'sound.noiseHint': 'Reduce ventiladores, teclas y ruido de la calle.',
  'sound.learned': 'Supresión de ruido aprendida',
  'sound.learnedHint':
    'Una pequeña red neuronal en este dispositivo separa tu voz de todo lo demás. Consume algo de potencia.',
  'sound.learnedFailed':
    'Aquí no ha podido arrancar, así que tu micrófono sigue sin ella. Apágala y enciéndela para probar otra vez, o usa la del navegador.',
  'sound.gain': 'Volumen automático',
  'sound.gainHint': 'Te mantiene al mismo volumen, cerca o lejos del micrófono.',
  'sound.stereo': 'Estéreo',
  'sound.dtx': 'Ahorrar datos en las pausas',
  'sound.dtxHint': 'Apenas envía nada mientras callas. La música suave puede cortarse.',
  'sound.bitrate': 'Tasa de bits',
  'sound.notOn': 'Tu navegador no hace esto con este micrófono.',
  'sound.notOff': 'Tu navegador lo hace de todos modos.',

  'shortcuts.talk': 'Hablar mientras se mantiene',
};
