import type { devices as english } from '../en/devices.ts';
import type { Words } from '../words.ts';

export const devices: Words<typeof english> = {
  'microphone.heading': 'Micrófono',
  'microphone.turnOn': 'Encender el micrófono',
  'microphone.check': 'Comprobar el micrófono',
  'microphone.why': 'Enciéndelo para comprobar que tu voz llega. Todavía no te oye nadie.',
  'microphone.opening': 'Esperando el permiso de tu navegador…',
  'microphone.replacing': 'Buscando otro micrófono…',
  'microphone.systemChoice': 'El del sistema ({device})',
  'microphone.picker': 'Micrófono en uso',
  'microphone.level': 'Nivel del micrófono',
  'microphone.sayHello': 'Di hola: la barra debería moverse.',
  'microphone.heard': 'Te oímos.',
  'microphone.quiet': 'silencio',
  'microphone.loud': 'sonido',
  'microphone.unnamed': 'Micrófono {number}',
  'microphone.tryAgain': 'Reintentar con el micrófono',
  'microphone.denied': 'Tu navegador no deja que Earshot use el micrófono.',
  'microphone.deniedNext':
    'Abre los ajustes del sitio junto a la barra de direcciones, permite el micrófono y vuelve a intentarlo.',
  'microphone.none': 'Este dispositivo no tiene micrófono.',
  'microphone.noneNext': 'Enchufa uno o conecta unos auriculares y vuelve a intentarlo.',
  'microphone.in_use': 'Otro programa está usando tu micrófono.',
  'microphone.in_useNext': 'Cierra la otra llamada o la grabadora y vuelve a intentarlo.',
  'microphone.insecure': 'Los navegadores solo permiten el micrófono en páginas seguras.',
  'microphone.insecureNext': 'Abre esta sala con un enlace https:// para hablar.',
  'microphone.failed': 'El micrófono no ha arrancado.',
  'microphone.failedNext': 'Desenchúfalo y vuelve a enchufarlo, o elige otro.',
  'microphone.lost': 'Tu micrófono ya no está: se desenchufó o se apagó.',
  'microphone.lostNext': 'Vuelve a conectarlo o elige otro.',
  'microphone.stillListen': 'Aun así puedes escuchar.',
};
