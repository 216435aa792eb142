import type { frame as english } from '../en/frame.ts';
import type { Words } from '../words.ts';

export const frame: Words<typeof english> = {
  'frame.panel': 'Seitenleiste',
  'frame.closePanel': 'Leiste schließen',
  'frame.back': 'Zurück zum Raum',
  'frame.people': 'Leute',
  'frame.room': 'Raum',
  'frame.showPeople': '{people}: anzeigen',
  'frame.more': 'Mehr',
  'frame.settings': 'Einstellungen',
  'frame.fresh': { one: '{count} neu', other: '{count} neu' },

  'settings.sections': 'Themen',
  'settings.profile': 'Profil',
  'settings.microphone': 'Mikrofon',
  'settings.appearance': 'Aussehen & Sprache',
  'settings.shortcuts': 'Tastenkürzel',
  'settings.theme': 'Farben',
  'settings.themeSystem': 'Wie das Gerät',
  'settings.themeLight': 'Hell',
  'settings.themeDark': 'Dunkel',

  'shortcuts.heading': 'Tastenkürzel',
  'shortcuts.singleKeys': 'Kürzel mit einer Taste',
  'shortcuts.singleKeysHint':
    'Schalte sie aus, wenn du diktierst: Ein gesprochenes Wort könnte sie auslösen.',
  'shortcuts.mute': 'Mikro aus oder an',
  'shortcuts.hand': 'Hand heben oder senken',
  'shortcuts.react': 'Mit einem Emoji reagieren',
  'shortcuts.chat': 'Chat zeigen oder verbergen',
  'shortcuts.people': 'Leute zeigen oder verbergen',
  'shortcuts.share': 'Diesen Raum teilen',
  'shortcuts.settings': 'Einstellungen öffnen',
  'shortcuts.sheet': 'Diese Liste zeigen',
  'shortcuts.close': 'Schließen, was offen ist',
  'shortcuts.escape': 'Esc',

  'share.share': 'Teilen',
  'share.heading': 'Hol jemanden dazu',
  'share.title': '{room} · Earshot',
  'share.qr': 'QR-Code mit dem Link zu diesem Raum',
  'share.system': 'Mit einer App teilen …',
  'share.more': 'QR-Code und mehr',

  'roomPanel.age': 'Läuft seit {age}',
  'roomPanel.justOpened': 'Gerade eröffnet',
  'roomPanel.whoHears': 'Wer dich hören kann',
  'roomPanel.encryption':
    'Wer den Link hat, kann hereinkommen und zuhören. Der Ton ist auf dem Weg zum Server und von dort zu den anderen verschlüsselt, aber nicht Ende zu Ende: Wer den Server betreibt, könnte mithören.',
};
