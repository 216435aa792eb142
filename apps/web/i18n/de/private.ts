import type { privateRooms as english } from '../en/private.ts';
import type { Words } from '../words.ts';

export const privateRooms: Words<typeof english> = {
  'plan.kind': 'Wer hereinkommt',
  'plan.open': 'Offen',
  'plan.openHint': 'Alle, die den Link haben.',
  'plan.private': 'Privat',
  'plan.privateHint':
    'Nur wer von dir weiß, wie. Ende-zu-Ende verschlüsselt: Der Server kann nicht mithören.',
  'plan.encrypted': 'Ende-zu-Ende verschlüsselt (Link mit Schlüssel)',
  'plan.encryptedHint': 'Nur wer den ganzen Link hat, hört und liest etwas. Das bleibt für immer so.',
  'plan.sealed': 'Das sieht nur, wer im Raum ist. Der Server kann es nicht lesen.',
  'plan.keyHere': 'Nur der Schlüssel in diesem Browser kann Passwort oder Link später ändern.',
  'plan.sealedName': 'Der Name oben ist nur für die im Raum. Der Link verrät nichts davon.',

  'way.legend': 'Was man zum Eintreten braucht',
  'way.password': 'Passwort',
  'way.passwordHint': 'Man öffnet den Link und gibt das Passwort ein.',
  'way.link': 'Geheimer Link',
  'way.linkHint': 'Im Link steckt ein Schlüssel: Wer den Link hat, ist drin.',
  'way.both': 'Beides',
  'way.bothHint': 'Der geheime Link und das Passwort. Eins allein öffnet nichts.',

  'phrase.label': 'Passwort',
  'phrase.dice': 'Andere Wörter ziehen',
  'phrase.copy': 'Passwort kopieren',
  'phrase.drawnHint': 'Sechs zufällige englische Wörter: Die errät niemand.',
  'phrase.failed':
    'Die Wörter sind nicht gekommen: Vielleicht ist die Verbindung weg. Zieh noch einmal, oder nimm ein eigenes.',
  'phrase.own': 'Eigenes nehmen',
  'phrase.drawn': 'Wörter ziehen',
  'phrase.ownHint':
    'Wer den Server betreibt, kann auf eigenen Rechnern raten. Sechs zufällige Wörter sind stärker als das, was man sich ausdenkt.',
  'phrase.ownShort': 'Das ist kurz: Wer den Server betreibt, könnte es auf eigenen Rechnern erraten.',
  'phrase.empty': 'Wähle zuerst ein Passwort.',
  'phrase.show': 'Passwort zeigen',
  'phrase.hide': 'Passwort verbergen',

  'making.heading': 'Dein privater Raum entsteht',
  'making.failed': 'Der Raum ließ sich nicht anlegen.',
  'making.failedNext': 'Niemand kann hinein. Versuch es noch einmal.',
  'making.keyless': 'Dieser Browser konnte keinen Schlüssel dafür aufbewahren.',
  'making.keylessNext': 'Vielleicht liegt es an einem privaten Fenster: Öffne ein gewöhnliches.',

  'made.heading': 'Dein privater Raum ist bereit',
  'made.changed': 'Geändert: Gib das weiter',
  'made.link': 'Link',
  'made.copyLink': 'Link kopieren',
  'made.apart':
    'Schick das Passwort auf einem anderen Weg als den Link. Wer das eine sieht, dem fehlt dann das andere.',
  'made.linkAlone': 'Wer diesen Link hat, ist drin. Schick ihn nur dorthin, wo sonst niemand mitliest.',
  'made.keep':
    'Bewahre das sicher auf: Niemand kann es dir noch einmal zeigen, weder dieser Browser noch der Server.',
  'made.notKept':
    'Dieser Browser behält nichts, deshalb lassen sich Passwort und Link dieses Raums nie mehr ändern.',
  'made.enter': 'Zum Raum',

  'entering.reading': 'Der Raum wird geprüft\u00a0…',
  'entering.deriving': 'Der Schlüssel wird berechnet\u00a0…',
  'entering.proving': 'Dein Wissen wird bewiesen\u00a0…',
  'entering.joining': 'Du trittst ein\u00a0…',
  'entering.progress': 'Fortschritt',

  'gate.heading': 'Privater Raum',
  'gate.password': 'Ihn öffnet ein Passwort, das dieses Gerät nie verlässt.',
  'gate.both': 'Ihn öffnen dein Link und ein Passwort, das dieses Gerät nie verlässt.',
  'gate.link': 'Ihn öffnet ein Schlüssel, der in seinem Link steckt.',
  'gate.field': 'Passwort',
  'gate.fieldHint': 'Groß und klein zählt. Leerzeichen davor und danach nicht.',
  'gate.fieldEmpty': 'Gib das Passwort dieses Raums ein.',
  'gate.wholeLink': 'Der ganze Link',
  'gate.wholeLinkHint': 'Füg ihn so ein, wie du ihn bekommen hast, bis ganz zum Ende.',
  'gate.wholeLinkWrong': 'Am Ende davon steht kein Schlüssel.',
  'gate.otherRoom': 'Das ist der Link eines anderen Raums.',
  'gate.wholeLinkTaken': 'Jetzt ist der Link vollständig: Du kannst eintreten.',
  'gate.open': 'Öffnen',
  'gate.remember': 'Diesen Raum hier merken',
  'gate.rememberHint': 'Dieser Browser behält dann Namen und Adresse, nie das Passwort oder den Schlüssel.',
  'gate.memory':
    'Passwörter und Schlüssel bleiben im Speicher dieser Seite: Nach dem Neuladen wirst du wieder gefragt.',
  'gate.owner': 'Du hast diesen Raum in diesem Browser angelegt.',
  'gate.ownerChange': 'Neues Passwort oder neuer Link\u00a0…',

  'shut.wrong_password': 'Dieses Passwort öffnet den Raum nicht.',
  'shut.wrong_passwordNext': 'Sieh es dir noch einmal an, auch groß und klein. Vielleicht wurde es geändert.',
  'shut.wrong_key': 'Dieser Link öffnet den Raum nicht.',
  'shut.wrong_keyNext': 'Der Schlüssel darin ist vielleicht alt. Bitte um den neuesten Link.',
  'shut.wrong_either': 'Passwort und Link zusammen öffnen den Raum nicht.',
  'shut.wrong_eitherNext':
    'Sieh dir das Passwort noch einmal an. Wenn es stimmt, bitte um den neuesten Link.',
  'shut.password_changed': 'Das Passwort wurde geändert.',
  'shut.password_changedNext': 'Bisher war es richtig. Bitte um das neue und gib es hier ein.',
  'shut.key_changed': 'Der geheime Link wurde geändert.',
  'shut.key_changedNext': 'Deiner war bisher richtig. Bitte um den neuen und füg ihn hier ein.',
  'shut.either_changed': 'Was diesen Raum öffnet, wurde geändert.',
  'shut.either_changedNext': 'Bitte um den neuen Link und das neue Passwort.',
  'shut.locked_out': 'Es gab zu viele falsche Antworten.',
  'shut.locked_outNext': 'Warte eine Minute, bevor du es wieder versuchst.',
  'shut.lockedFor': 'Du kannst es in {time} wieder versuchen.',
  'shut.lockedOver': 'Du kannst es jetzt wieder versuchen.',
  'shut.no_password': 'Dieser Raum braucht sein Passwort.',
  'shut.no_passwordNext': 'Frag, wer dich eingeladen hat.',
  'shut.no_link_key': 'Dieser Link ist nicht vollständig.',
  'shut.no_link_keyNext':
    'An seinem Ende fehlt ein Schlüssel. Bitte um den ganzen Link oder füg ihn hier ein.',
  'shut.forgot_key': 'Beim Neuladen hat diese Seite den Schlüssel vergessen.',
  'shut.forgot_keyNext': 'Öffne den Link noch einmal oder füg ihn hier ein.',
  'shut.record_tampered': 'Dieser Server zeigt einen gefälschten Raum.',
  'shut.record_tamperedNext':
    'Was er sagt, hat nicht unterschrieben, wem der Raum gehört. Du hast ihm nichts geschickt. Sag es denen, die dich eingeladen haben.',
  'shut.epoch_rolled_back': 'Dieser Server zeigt einen alten Stand des Raums.',
  'shut.epoch_rolled_backNext':
    'Er ist von vor der Änderung des Passworts. Du hast ihm nichts geschickt. Sag es denen, die dich eingeladen haben.',
  'shut.too_much_work': 'Dieser Server verlangt zu viel Arbeit.',
  'shut.too_much_workNext':
    'Dein Gerät soll viel länger rechnen, als ein Raum braucht. Du hast ihm nichts geschickt. Sag es denen, die dich eingeladen haben.',
  'shut.encryption_unsupported': 'Dieser Browser kann Gespräche nicht verschlüsseln.',
  'shut.encryption_unsupportedNext':
    'Öffne den Link in einem aktuellen Chrome, Edge, Firefox oder Safari. Unverschlüsselt wird nichts gesendet.',
  'shut.not_found': 'Einen solchen privaten Raum gibt es nicht.',
  'shut.not_foundNext':
    'Vielleicht ist er vorbei: Wohin 30 Tage lang niemand kommt, der private Raum wird vergessen.',

  'prove.heading': 'Das Passwort wurde geändert',
  'prove.headingLink': 'Der geheime Link wurde geändert',
  'prove.what': 'Weise dich innerhalb von {time} mit dem neuen aus, um zu bleiben.',
  'prove.over': 'Die Zeit ist um.',
  'prove.stay': 'Im Raum bleiben',

  'newSecret.heading': 'Neues Passwort oder neuer Link',
  'newSecret.what':
    'Alle im Raum haben eine Minute, um das Neue einzugeben, sonst müssen sie hinaus. Das Alte öffnet nichts mehr.',
  'newSecret.change': 'Ändern',
  'newSecret.failed': 'Das ließ sich nicht ändern.',
  'newSecret.failedNext': 'Das Alte öffnet den Raum weiterhin. Versuch es noch einmal.',

  'ownRooms.heading': 'Deine privaten Räume',
  'ownRooms.forgetAsk': '{room} vergessen? Das Passwort lässt sich dann nie mehr ändern.',
  'ownRooms.forget': 'Vergessen',
  'ownRooms.keep': 'Behalten',
};
