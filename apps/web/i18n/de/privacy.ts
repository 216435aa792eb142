import type { privacy as english } from '../en/privacy.ts';
import type { Words } from '../words.ts';

export const privacy: Words<typeof english> = {
  'privacy.how': 'Wie privat ist das hier?',
  'privacy.private': 'Privat',
  'privacy.encrypted': 'Verschlüsselt',
  'privacy.mark': '{kind}: Wie privat ist das hier?',
  'privacy.whatPrivate':
    'Nur wer das Geheimnis dieses Raums kennt, kommt herein, und nur wer drin ist, hört, sieht und liest etwas. Der Server reicht weiter, was er nicht öffnen kann.',
  'privacy.whatEncrypted':
    'Herein kommt, wer den ganzen Link hat, und nur wer ihn hat, hört, sieht und liest etwas. Der Server reicht weiter, was er nicht öffnen kann.',
  'privacy.protected': 'Was geschützt ist',
  'privacy.sound': 'Was du sagst und zeigst',
  'privacy.chat': 'Chat, Dateien und Reaktionen',
  'privacy.name': 'Wie der Raum heißt und worum es geht',
  'privacy.server': 'Was ein unehrlicher Server trotzdem könnte',
  'privacy.serverCode': 'Dir veränderten Code geben, denn diese Seite kommt von ihm',
  'privacy.serverGuess': 'Schwache Passwörter auf eigenen Rechnern erraten',
  'privacy.serverDrop': 'Etwas zurückhalten oder verzögern oder den Raum in zwei teilen',
  'privacy.serverSees': 'Sehen, wer wann unter welchem Namen hier ist und wie viel spricht',
  'privacy.number': 'Sicherheitsnummer',
  'privacy.numberHint':
    'Lest sie einander vor. Haben alle dieselbe, steht niemand dazwischen. Sie ändert sich, wenn jemand kommt oder geht.',
  'privacy.numberComing': 'Wird berechnet\u00a0…',
  'privacy.people': 'Wer hier ist',
  'privacy.alone': 'Noch ist niemand sonst hier.',
  'privacy.verified': 'Kennt das Geheimnis',
  'privacy.compared': 'Verglichen',
  'privacy.unverified': 'Nicht geprüft',
  'privacy.unverifiedHint': 'Hat das Geheimnis nicht: Ihr hört und lest nichts voneinander.',
  'privacy.changed': 'Anderer Schlüssel als zuletzt',
  'privacy.changedHint': 'Ein anderes Gerät oder jemand anders mit diesem Namen. Vergleicht die Nummer.',
  'privacy.markCompared': 'Als verglichen merken',
  'privacy.markOf': '{name} als verglichen merken',
  'privacy.change': 'Neues Passwort oder neuer Link\u00a0…',
  'privacy.compare': 'Vergleichen',

  'privacy.stopped': 'Dein Mikro ist aus: Die Verschlüsselung steht still.',
  'privacy.stoppedNext': 'Es wird nichts mehr gesendet und nichts gehört. Tritt neu bei.',
  'privacy.misnamed': 'Der Server gab etwas als von {name} aus, das es nicht ist.',
  'privacy.misnamedNext': 'Es wurde verworfen. Der Server ist vielleicht defekt oder unehrlich.',
  'privacy.misnamedMark': 'Unter diesem Namen kam etwas Falsches: verworfen',
  'privacy.missing': 'Von {name} lässt sich noch nichts öffnen.',
  'privacy.missingNext': 'Der Schlüssel ist nicht angekommen. Er wird angefordert.',
  'privacy.stranger': '{name}: nicht geprüft.',
  'privacy.strangerNext': 'Das Geheimnis dieses Raums fehlt dort: Ihr hört und lest nichts voneinander.',
  'privacy.newKey': '{name}: ein anderer Schlüssel als beim letzten Mal.',
  'privacy.newKeyNext': 'Vielleicht ein neues Gerät, vielleicht jemand anders mit diesem Namen.',

  'privacy.unreadable': 'Diese Nachricht lässt sich nicht öffnen.',
  'privacy.unsigned': 'Von wem das ist, sagt nur der Server',
  'privacy.misplaced': 'Der Server hat das verschoben',
};
