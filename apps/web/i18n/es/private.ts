import type { privateRooms as english } from '../en/private.ts';
import type { Words } from '../words.ts';

export const privateRooms: Words<typeof english> = {
  'plan.kind': 'Quién puede entrar',
  'plan.open': 'Abierta',
  'plan.openHint': 'Quien tenga el enlace.',
  'plan.private': 'Privada',
  'plan.privateHint':
    'Solo quien sepa por ti cómo entrar. Cifrada de extremo a extremo: el servidor no puede escuchar.',
  'plan.encrypted': 'Cifrada de extremo a extremo (enlace con clave)',
  'plan.encryptedHint': 'Solo quien tenga el enlace entero oye y lee algo. Así queda para siempre.',
  'plan.sealed': 'Esto solo se ve dentro. El servidor no puede leerlo.',
  'plan.keyHere': 'Solo la clave de este navegador podrá cambiar la contraseña o el enlace.',
  'plan.sealedName': 'El nombre de arriba es solo para quien está dentro. El enlace no lo revela.',

  'way.legend': 'Qué hace falta para entrar',
  'way.password': 'Contraseña',
  'way.passwordHint': 'Se abre el enlace y se escribe la contraseña.',
  'way.link': 'Enlace secreto',
  'way.linkHint': 'El enlace lleva una clave: quien tiene el enlace, entra.',
  'way.both': 'Las dos cosas',
  'way.bothHint': 'El enlace secreto y la contraseña. Uno solo no abre nada.',

  'phrase.label': 'Contraseña',
  'phrase.dice': 'Sacar otras palabras',
  'phrase.copy': 'Copiar la contraseña',
  'phrase.drawnHint': 'Seis palabras inglesas al azar: nadie las adivina.',
  'phrase.own': 'Usar la mía',
  'phrase.drawn': 'Sacar palabras',
  'phrase.ownHint':
    'Quien lleva el servidor puede probar contraseñas en sus propias máquinas. Seis palabras al azar son más fuertes que lo que se inventa.',
  'phrase.ownShort': 'Es corta: quien lleva el servidor podría adivinarla en sus propias máquinas.',
  'phrase.empty': 'Elige primero una contraseña.',
  'phrase.show': 'Mostrar la contraseña',
  'phrase.hide': 'Ocultar la contraseña',

  'making.heading': 'Creando tu sala privada',
  'making.failed': 'No se pudo crear la sala.',
  'making.failedNext': 'Nadie puede entrar en ella. Inténtalo de nuevo.',
  'making.keyless': 'Este navegador no pudo guardar una llave para ella.',
  'making.keylessNext': 'Quizá se deba a una ventana privada: abre una normal.',

  'made.heading': 'Tu sala privada está lista',
  'made.changed': 'Cambiado: pásalo',
  'made.link': 'Enlace',
  'made.copyLink': 'Copiar el enlace',
  'made.apart': 'Envía la contraseña por otro camino que el enlace. A quien vea lo uno le faltará lo otro.',
  'made.linkAlone': 'Quien tiene este enlace, entra. Envíalo solo donde nadie más lea.',
  'made.keep':
    'Guarda esto en un lugar seguro: nadie podrá volver a mostrártelo, ni este navegador ni el servidor.',
  'made.notKept':
    'Este navegador no guarda nada, así que la contraseña o el enlace de esta sala nunca se podrán cambiar.',
  'made.enter': 'Ir a la sala',

  'entering.reading': 'Mirando la sala…',
  'entering.deriving': 'Calculando la clave…',
  'entering.proving': 'Demostrando que la sabes…',
  'entering.joining': 'Entrando…',
  'entering.progress': 'Progreso',

  'gate.heading': 'Sala privada',
  'gate.password': 'Se abre con una contraseña, que nunca sale de este dispositivo.',
  'gate.both': 'Se abre con tu enlace y una contraseña, que nunca sale de este dispositivo.',
  'gate.link': 'Se abre con una clave que está en su enlace.',
  'gate.field': 'Contraseña',
  'gate.fieldHint': 'Las mayúsculas cuentan. Los espacios antes y después, no.',
  'gate.fieldEmpty': 'Escribe la contraseña de esta sala.',
  'gate.wholeLink': 'El enlace entero',
  'gate.wholeLinkHint': 'Pégalo tal como te lo enviaron, hasta el final.',
  'gate.wholeLinkWrong': 'Al final de esto no hay ninguna clave.',
  'gate.otherRoom': 'Este es el enlace de otra sala.',
  'gate.open': 'Abrir',
  'gate.remember': 'Recordar esta sala aquí',
  'gate.rememberHint':
    'Este navegador guarda entonces su nombre y dirección, nunca la contraseña ni la clave.',
  'gate.memory':
    'Contraseñas y claves quedan en la memoria de esta página: si la recargas, se te preguntan otra vez.',
  'gate.owner': 'Creaste esta sala en este navegador.',
  'gate.ownerChange': 'Nueva contraseña o enlace…',

  'shut.wrong_password': 'Esa contraseña no abre esta sala.',
  'shut.wrong_passwordNext': 'Mírala otra vez, también las mayúsculas. Puede que la hayan cambiado.',
  'shut.wrong_key': 'Este enlace no abre la sala.',
  'shut.wrong_keyNext': 'Puede que su clave sea vieja. Pide el enlace más nuevo.',
  'shut.wrong_either': 'La contraseña y el enlace juntos no abren esta sala.',
  'shut.wrong_eitherNext': 'Mira otra vez la contraseña. Si está bien, pide el enlace más nuevo.',
  'shut.locked_out': 'Hubo demasiadas respuestas equivocadas.',
  'shut.locked_outNext': 'Espera un minuto antes de intentarlo de nuevo.',
  'shut.lockedFor': 'Podrás intentarlo de nuevo en {time}.',
  'shut.lockedOver': 'Ya puedes intentarlo de nuevo.',
  'shut.no_password': 'Esta sala pide su contraseña.',
  'shut.no_passwordNext': 'Pídela a quien te invitó.',
  'shut.no_link_key': 'Este enlace no está entero.',
  'shut.no_link_keyNext': 'Le falta una clave al final. Pide el enlace entero o pégalo aquí.',
  'shut.forgot_key': 'Al recargarse, esta página olvidó la clave.',
  'shut.forgot_keyNext': 'Abre el enlace otra vez o pégalo aquí.',
  'shut.record_tampered': 'Este servidor muestra una sala falsa.',
  'shut.record_tamperedNext':
    'Lo que dice no lo firmó quien tiene la sala. No le has enviado nada. Avisa a quien te invitó.',
  'shut.epoch_rolled_back': 'Este servidor muestra un estado antiguo de la sala.',
  'shut.epoch_rolled_backNext':
    'Es de antes del cambio de contraseña. No le has enviado nada. Avisa a quien tiene la sala.',
  'shut.too_much_work': 'Este servidor pide demasiado trabajo.',
  'shut.too_much_workNext':
    'Quiere que tu dispositivo calcule mucho más de lo que necesita una sala. No le has enviado nada. Avisa a quien tiene la sala.',
  'shut.encryption_unsupported': 'Este navegador no puede cifrar llamadas.',
  'shut.encryption_unsupportedNext':
    'Abre el enlace en un Chrome, Edge, Firefox o Safari al día. Nada se envía sin cifrar.',
  'shut.not_found': 'No existe esa sala privada.',
  'shut.not_foundNext': 'Puede que haya acabado: una sala privada a la que nadie viene en 30 días se olvida.',

  'prove.heading': 'La contraseña ha cambiado',
  'prove.headingLink': 'El enlace secreto ha cambiado',
  'prove.what': 'Escribe lo nuevo en {time} para quedarte.',
  'prove.over': 'Se acabó el tiempo.',
  'prove.stay': 'Quedarse en la sala',

  'newSecret.heading': 'Nueva contraseña o enlace',
  'newSecret.what':
    'Quienes están dentro tienen un minuto para escribir lo nuevo, o salen. Lo viejo ya no abre nada.',
  'newSecret.change': 'Cambiar',
  'newSecret.failed': 'No se pudo cambiar.',
  'newSecret.failedNext': 'Lo viejo sigue abriendo la sala. Inténtalo de nuevo.',

  'ownRooms.heading': 'Tus salas privadas',
  'ownRooms.forgetAsk': '¿Olvidar {room}? Su contraseña ya nunca se podrá cambiar.',
  'ownRooms.forget': 'Olvidarla',
  'ownRooms.keep': 'Conservarla',
};
