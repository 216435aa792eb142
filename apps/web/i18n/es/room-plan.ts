import type { roomPlan as english } from '../en/room-plan.ts';
import type { Words } from '../words.ts';

export const roomPlan: Words<typeof english> = {
  'plan.topic': 'Tema',
  'plan.topicHint': 'Una línea que dice de qué va la sala.',
  'plan.tags': 'Etiquetas',
  'plan.tagsHint': 'Hasta {count} palabras para encontrarla. Intro añade una.',
  'plan.addTag': 'Añadir',
  'plan.removeTag': 'Quitar {tag}',
  'plan.noLanguage': 'Sin indicar',
  'plan.listed': 'Mostrarla entre las salas públicas',
  'plan.listedHint': 'Así cualquiera la encuentra en la portada. Si no, hace falta el enlace.',
  'plan.stage': 'Quien llega primero escucha',
  'plan.stageHint': 'Levantan la mano y la moderación les da la palabra.',
  'plan.newcomers': 'Quien llega escucha antes',
  'plan.newcomersNot': 'Nada',
  'plan.newcomersHint': 'Después puede hablar. Quien ya estuvo aquí no espera.',
  'plan.size': 'Aforo',
  'plan.people': { one: '{count} persona', many: '{count} personas', other: '{count} personas' },
  'plan.chat': 'Todos pueden escribir en el chat',
  'plan.chatHint': 'Si no, solo escribe la moderación.',
  'plan.owner': 'La sala será tuya: la clave de este navegador la vuelve a abrir.',
};
