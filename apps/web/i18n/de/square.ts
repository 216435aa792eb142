import type { square as english } from '../en/square.ts';
import type { Words } from '../words.ts';

export const square: Words<typeof english> = {
  'square.heading': 'Gerade offen',
  'square.search': 'Räume suchen',
  'square.order': 'Reihenfolge',
  'square.hot': 'Lebhaft',
  'square.new': 'Neu',
  'square.quiet': 'Ruhig',
  'square.language': 'Gesprochene Sprache',
  'square.anyLanguage': 'Jede Sprache',
  'square.tags': 'Schlagwörter',
  'square.found': { one: '{count} Raum', other: '{count} Räume' },
  'square.people': { one: '{count} Mensch', other: '{count} Menschen' },
  'square.talking': { one: '{count} spricht', other: '{count} sprechen' },
  'square.since': 'Offen seit {time}',
  'square.justOpened': 'Eben geöffnet',
  'square.over': 'Alle sind gegangen',
  'square.waiting': { one: '{count} Änderung', other: '{count} Änderungen' },
  'square.show': 'Zeigen',
  'square.more': 'Weitere Räume zeigen',
  'square.moreFailed': 'Weitere Räume sind nicht geladen.',
  'square.none': 'Hier ist es still.',
  'square.noneWhat':
    'Gerade ist kein öffentlicher Raum offen. Öffne oben einen: Er erscheint hier, sobald zwei Menschen darin sind.',
  'square.noMatch': 'Kein offener Raum passt dazu.',
  'square.clear': 'Alle Räume zeigen',
  'square.failed': 'Die offenen Räume sind nicht geladen.',
  'square.failedNext': 'Wir versuchen es von selbst wieder. Einen Raum öffnen kannst du trotzdem.',
  'square.offline': 'Du bist offline.',
  'square.offlineNext': 'Die offenen Räume sind zurück, sobald das Netz es ist.',
  'square.notLive': 'Gerade nicht live. Die Liste holt von selbst auf.',
};
