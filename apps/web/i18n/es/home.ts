import type { home as english } from '../en/home.ts';
import type { Words } from '../words.ts';

export const home: Words<typeof english> = {
  'home.heading': 'Abre un enlace y habla.',
  'home.what': 'Earshot es una sala de voz tras un enlace: sin cuenta y sin instalar nada.',
  'home.otherDevice': '¿Ya estás en otro dispositivo?',
  'home.field': 'Nombra una sala',
  'home.hint': 'Quien tenga el enlace podrá oírte.',
  'home.link': 'Tu enlace: {link}',
  'home.linkCut': 'Tu enlace: {link}. Un nombre termina a los {count} caracteres.',
  'home.dice': 'Elegir un nombre al azar',
  'home.open': 'Abrir la sala',
  'home.setUp': 'Configurarla',
  'home.create': 'Crear la sala',
  'home.empty': 'Primero ponle nombre a la sala, o tira el dado.',
  'home.invalid': 'El nombre de una sala necesita al menos una letra o un número.',
  'home.recent': 'Donde ya has estado',
  'home.forget': 'Olvidar {room}',
};
