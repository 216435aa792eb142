import type { app as english } from '../en/app.ts';
import type { Words } from '../words.ts';

export const app: Words<typeof english> = {
  'app.name': 'Earshot',
  'app.title': 'Earshot: abre un enlace y habla',
  'app.description': 'Salas de voz tras un enlace. Sin cuenta y sin instalar nada.',
  'app.home': 'Earshot, inicio',
  'app.noScript': 'Earshot necesita JavaScript para llevar tu voz.',

  'missing.heading': 'Aquí no hay nada que oír.',
  'missing.what': 'No hay ninguna página en esta dirección.',
  'missing.home': 'Ir al inicio',

  'broken.heading': 'Esta página ha tropezado.',
  'broken.what': 'La detuvo un error de Earshot. Ya no estás en ninguna sala y tu micrófono está apagado.',
  'broken.again': 'Volver a empezar',
  'broken.part': 'No se ha podido cargar esta parte.',
  'broken.partNext': 'Puede que la conexión sea lenta o se haya ido. Tu llamada sigue mientras tanto.',
};
