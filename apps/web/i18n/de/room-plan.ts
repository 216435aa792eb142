import type { roomPlan as english } from '../en/room-plan.ts';
import type { Words } from '../words.ts';

export const roomPlan: Words<typeof english> = {
  'plan.topic': 'Thema',
  'plan.topicHint': 'Eine Zeile, worum es in dem Raum geht.',
  'plan.tags': 'Schlagwörter',
  'plan.tagsHint': 'Bis zu {count} Wörter zum Finden. Enter fügt eins hinzu.',
  'plan.addTag': 'Hinzufügen',
  'plan.removeTag': '{tag} entfernen',
  'plan.noLanguage': 'Keine Angabe',
  'plan.listed': 'Bei den öffentlichen Räumen zeigen',
  'plan.listedHint': 'Dann findet es jeder auf der Startseite. Sonst braucht man den Link.',
  'plan.stage': 'Wer neu ist, hört erst zu',
  'plan.stageHint': 'Sie heben die Hand, und die Moderation lässt sie sprechen.',
  'plan.newcomers': 'Wer neu ist, hört erst zu für',
  'plan.newcomersNot': 'Gar nicht',
  'plan.newcomersHint': 'Danach dürfen sie sprechen. Wer schon einmal hier war, wartet nicht.',
  'plan.size': 'Platz für',
  'plan.people': { one: '{count} Person', other: '{count} Personen' },
  'plan.chat': 'Alle können im Chat schreiben',
  'plan.chatHint': 'Sonst schreibt nur die Moderation.',
  'plan.owner': 'Der Raum gehört dir: Der Schlüssel in diesem Browser öffnet ihn wieder.',
};
