import type { roomOrder as english } from '../en/room-order.ts';
import type { Words } from '../words.ts';

export const roomOrder: Words<typeof english> = {
  'about.hosts': 'Moderation',
  'about.ownerless': 'Dieser Raum gehört niemandem: Alle dürfen hier dasselbe.',
  'about.noHosts': 'Gerade ist niemand davon da.',
  'about.locked': 'Abgeschlossen',
  'about.newcomers': 'Neue hören erst {time} zu',
  'about.stage': 'Neue hören zu',
  'about.chatOff': 'Chat aus',
  'about.listed': 'Öffentlich',
  'about.edit': 'Raum ändern',

  'order.heading': 'Für Ordnung sorgen',
  'order.lock': 'Raum abschließen',
  'order.lockHint': 'Neu herein kommt nur noch die Moderation.',
  'order.slow': 'Langsamer Chat',
  'order.slowOff': 'Aus',
  'order.slowEvery': 'Eine Nachricht je {time}',

  'bans.heading': 'Ausgeschlossen',
  'bans.none': 'Niemand ist ausgeschlossen.',
  'bans.left': 'noch {time}',
  'bans.by': 'von {name}',
  'bans.vote': 'durch Abstimmung',
  'bans.unban': '{name} wieder zulassen',
  'bans.unbanShort': 'Zulassen',

  'log.heading': 'Was die Moderation getan hat',
  'log.none': 'Bisher nichts.',
  'log.older': 'Ältere zeigen',
  'log.failed': 'Das ließ sich nicht laden.',
};
