import type { room as english } from '../en/room.ts';
import type { Words } from '../words.ts';

export const room: Words<typeof english> = {
  'room.people': { one: '{count} Person', other: '{count} Personen' },
  'room.seats': 'Leute im Raum',
  'room.you': 'Du',
  'room.muted': 'Stumm',
  'room.away': 'Verbindet neu …',
  'room.listening': 'Hört nur zu',
  'room.slept':
    'Dein Gerät hat diese Seite im Hintergrund schlafen gelegt. Vielleicht hast du etwas verpasst, und andere haben dich vielleicht nicht gehört.',
  'room.sleptFine': 'Alles klar',
  'room.alone': 'Noch ist niemand sonst hier. Schick den anderen den Link.',
  'room.alonePassword':
    'Noch ist niemand sonst hier. Schick den anderen den Link, und das Passwort auf einem anderen Weg.',
  'room.titleMuted': 'Stumm · {room} · Earshot',
  'room.titleListening': 'Zuhören · {room} · Earshot',
  'room.titleLive': 'Mikro an · {room} · Earshot',

  'controls.bar': 'Bedienung',
  'controls.mute': 'Mikro aus',
  'controls.unmute': 'Mikro an',
  'controls.unmuting': 'Geht an …',
  'controls.live': 'Man hört dich',
  'controls.muted': 'Du bist stumm',
  'controls.listening': 'Du hörst nur zu',
  'controls.shortcut': 'M schaltet das Mikro aus und an',
  'controls.goLive': 'Mikro einschalten',
  'controls.copy': 'Link kopieren',
  'controls.copied': 'Link kopiert',
  'controls.copyByHand': 'Kopiere diesen Link',
  'controls.copyByHandHint':
    'Dein Browser lässt Seiten nicht von selbst kopieren: Markiere den Link und kopiere ihn.',
  'controls.leave': 'Verlassen',
  'controls.close': 'Schließen',
  'controls.refused': 'Das Mikrofon ließ sich nicht umschalten. Du bist stumm.',
  'controls.refusedNext': 'Niemand hört dich. Versuch es noch einmal.',

  'sound.blocked': 'Dein Browser hält den Ton zurück.',
  'sound.tapToHear': 'Tippen und hören',
  'sound.connecting': 'Ton wird verbunden …',

  'announce.joined': { one: '{names} ist jetzt da', other: '{names} sind jetzt da' },
  'announce.left': { one: '{names} ist gegangen', other: '{names} sind gegangen' },
  'announce.joinedMany': { one: '{count} Person ist jetzt da', other: '{count} Personen sind jetzt da' },
  'announce.leftMany': { one: '{count} Person ist gegangen', other: '{count} Personen sind gegangen' },
  'announce.live': 'Mikrofon an',
  'announce.muted': 'Mikrofon stumm',
  'announce.off': 'Mikrofon aus',

  'returning.heading': 'Du kommst zurück …',
  'returning.live':
    'Die Verbindung ist abgebrochen. Niemand hört dich; sobald du zurück bist, ist dein Mikrofon wieder an.',
  'returning.silent': 'Die Verbindung ist abgebrochen. Dein Platz bleibt dir.',
  'returning.hurry': 'Jetzt versuchen',

  'ended.left': 'Du hast {room} verlassen.',
  'ended.leftNext': 'Der Link bleibt gültig: Komm wieder, wann du magst.',
  'ended.removed': 'Du wurdest aus {room} entfernt.',
  'ended.removedNext':
    'Dein Mikrofon ist aus. War es ein Irrtum, sprich mit der Moderation, bevor du wiederkommst.',
  'ended.votedOut': 'Du wurdest aus {room} hinausgewählt.',
  'ended.votedOutNext':
    'Dein Mikrofon ist aus. In ein paar Minuten kannst du wieder herein; andere Räume stehen dir offen.',
  'ended.banned': 'Du wurdest aus {room} ausgeschlossen.',
  'ended.bannedNext': 'Dein Mikrofon ist aus. Andere Räume stehen dir offen.',
  'ended.barred': 'Du wurdest von diesem Server ausgeschlossen.',
  'ended.barredNext': 'Dein Mikrofon ist aus. Alle Räume hier sind dir vorerst verschlossen.',
  'ended.room_closed': '{room} wurde geschlossen.',
  'ended.room_closedNext':
    'Wer diesen Server betreibt, hat den Raum für alle beendet. Andere Räume stehen dir offen.',
  'ended.unlinked': 'Dieses Gerät wurde getrennt.',
  'ended.unlinkedNext': 'Du hast {room} verlassen. Wenn du wieder beitrittst, bist du hier jemand Eigenes.',
  'ended.not_proved': 'Das Passwort dieses Raums wurde geändert.',
  'ended.not_provedNext': 'Du hast {room} verlassen. Frag nach dem neuen Passwort und tritt wieder bei.',
  'ended.connection_lost': 'Die Verbindung zu {room} ist abgebrochen.',
  'ended.connection_lostNext': 'Dein Mikrofon ist aus. Tritt wieder bei, sobald die Verbindung zurück ist.',
  'ended.media_failed': 'Zwischen dir und dem Server kommt kein Ton durch.',
  'ended.media_failedNext':
    'Vielleicht blockiert dein Netz Gespräche. Versuch es noch einmal oder in einem anderen Netz.',
  'ended.server_stopping': 'Der Server startet neu.',
  'ended.server_stoppingNext': 'Alle mussten {room} verlassen. In wenigen Sekunden sollte er wieder da sein.',
  'ended.failed': 'In {room} ist etwas schiefgegangen.',
  'ended.failedNext': 'An dir liegt es nicht. Dein Mikrofon ist aus.',
  'ended.rejoin': 'Wieder rein',
  'ended.howLong': 'Nachsehen, wie lange',
  'ended.home': 'Startseite',
};
