import type { frame as english } from '../en/frame.ts';
import type { Words } from '../words.ts';

export const frame: Words<typeof english> = {
  'frame.panel': 'Panel lateral',
  'frame.closePanel': 'Cerrar el panel',
  'frame.back': 'Volver a la sala',
  'frame.people': 'Personas',
  'frame.room': 'Sala',
  'frame.showPeople': '{people}: mostrar',
  'frame.more': 'Más',
  'frame.settings': 'Ajustes',
  'frame.fresh': { one: '{count} nuevo', many: '{count} de nuevos', other: '{count} nuevos' },

  'settings.sections': 'Temas',
  'settings.profile': 'Perfil',
  'settings.microphone': 'Micrófono',
  'settings.appearance': 'Apariencia e idioma',
  'settings.shortcuts': 'Atajos',
  'settings.theme': 'Colores',
  'settings.themeSystem': 'Como el dispositivo',
  'settings.themeLight': 'Claro',
  'settings.themeDark': 'Oscuro',

  'shortcuts.heading': 'Atajos de teclado',
  'shortcuts.singleKeys': 'Atajos de una sola tecla',
  'shortcuts.singleKeysHint': 'Desactívalos si dictas: una palabra hablada podría pulsarlos.',
  'shortcuts.mute': 'Silenciarte o hablar',
  'shortcuts.hand': 'Levantar o bajar la mano',
  'shortcuts.react': 'Reaccionar con un emoji',
  'shortcuts.chat': 'Mostrar u ocultar el chat',
  'shortcuts.people': 'Mostrar u ocultar personas',
  'shortcuts.share': 'Compartir esta sala',
  'shortcuts.settings': 'Abrir los ajustes',
  'shortcuts.sheet': 'Mostrar esta lista',
  'shortcuts.close': 'Cerrar lo que esté abierto',
  'shortcuts.escape': 'Esc',

  'share.share': 'Compartir',
  'share.heading': 'Trae a alguien',
  'share.title': '{room} · Earshot',
  'share.qr': 'Código QR del enlace a esta sala',
  'share.system': 'Compartir con una app…',
  'share.more': 'Código QR y más',

  'roomPanel.age': 'En marcha desde hace {age}',
  'roomPanel.justOpened': 'Recién abierta',
  'roomPanel.whoHears': 'Quién puede oírte',
  'roomPanel.encryption':
    'Quien tenga el enlace puede entrar y escuchar. El sonido va cifrado hasta el servidor y de ahí a los demás, pero no de extremo a extremo: quien gestione el servidor podría escuchar.',
};
