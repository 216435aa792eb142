import type { privacy as english } from '../en/privacy.ts';
import type { Words } from '../words.ts';

export const privacy: Words<typeof english> = {
  'privacy.how': '¿Cuánta privacidad hay aquí?',
  'privacy.private': 'Privada',
  'privacy.encrypted': 'Cifrada',
  'privacy.mark': '{kind}: ¿cuánta privacidad hay aquí?',
  'privacy.whatPrivate':
    'Solo entra quien conoce el secreto de esta sala, y solo quien está dentro oye, ve y lee lo que pasa. El servidor transmite lo que no puede abrir.',
  'privacy.whatEncrypted':
    'Entra quien tiene el enlace entero, y solo quien lo tiene oye, ve y lee lo que pasa. El servidor transmite lo que no puede abrir.',
  'privacy.protected': 'Qué está protegido',
  'privacy.sound': 'Lo que dices y muestras',
  'privacy.chat': 'El chat, los archivos y las reacciones',
  'privacy.name': 'Cómo se llama la sala y de qué trata',
  'privacy.server': 'Qué podría hacer aún un servidor deshonesto',
  'privacy.serverCode': 'Darte código alterado, pues esta página viene de él',
  'privacy.serverGuess': 'Adivinar contraseñas débiles en sus propias máquinas',
  'privacy.serverDrop': 'Retener o retrasar lo que se envía, o partir la sala en dos',
  'privacy.serverSees': 'Ver quién está, con qué nombre, cuándo y cuánto habla',
  'privacy.number': 'Número de seguridad',
  'privacy.numberHint':
    'Conviene leerlo en voz alta. Si todo el mundo tiene el mismo, no hay nadie en medio. Cambia cuando alguien entra o sale.',
  'privacy.numberComing': 'Calculándose…',
  'privacy.people': 'Quién está aquí',
  'privacy.alone': 'Aún no hay nadie más aquí.',
  'privacy.verified': 'Conoce el secreto',
  'privacy.compared': 'Clave comparada',
  'privacy.unverified': 'Sin verificar',
  'privacy.unverifiedHint': 'Le falta el secreto: ninguna parte oye ni lee a la otra.',
  'privacy.changed': 'Otra clave que la última vez',
  'privacy.changedHint': 'Otro dispositivo, u otra persona con este nombre. Conviene comparar el número.',
  'privacy.markCompared': 'Marcar como comparada',
  'privacy.markOf': 'Marcar la clave de {name} como comparada',
  'privacy.change': 'Nueva contraseña o enlace…',
  'privacy.compare': 'Comparar',

  'privacy.stopped': 'Tu micrófono está apagado: el cifrado se detuvo.',
  'privacy.stoppedNext': 'Ya no se envía ni se oye nada. Vuelve a entrar para seguir.',
  'privacy.misnamed': 'El servidor dio por de {name} algo que no lo es.',
  'privacy.misnamedNext': 'Se descartó. Puede que el servidor falle o sea deshonesto.',
  'privacy.misnamedMark': 'Se descartó algo que llegó en su nombre y no lo era',
  'privacy.missing': 'Aún no se puede abrir nada de {name}.',
  'privacy.missingNext': 'Su clave no ha llegado. Se está pidiendo.',
  'privacy.stranger': '{name}: sin verificar.',
  'privacy.strangerNext': 'Le falta el secreto de esta sala: ninguna parte oye ni lee a la otra.',
  'privacy.newKey': '{name} tiene otra clave que la última vez.',
  'privacy.newKeyNext': 'Puede ser un dispositivo nuevo, u otra persona con este nombre.',

  'privacy.unreadable': 'Este mensaje no se puede abrir.',
  'privacy.unsigned': 'Solo el servidor dice quién escribió esto',
  'privacy.misplaced': 'El servidor ha movido esto',
};
