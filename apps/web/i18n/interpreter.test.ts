import { expect, test } from '@jest/globals';
import { door } from './en/door.ts';
import { nameWords } from './en/name-words.ts';
import { Interpreter } from './interpreter.ts';
import type { AnyTag, Vocabulary } from './languages.ts';

/** An interpreter whose languages arrive when the test says so. */
function listening() {
  const waiting = new Map<AnyTag, { come(): Promise<void>; fail(): Promise<void> }>();
  const loads: AnyTag[] = [];
  const interpreter = new Interpreter({
    english: { words: door, nameWords },
    load: (tag) => {
      loads.push(tag);
      return new Promise<Vocabulary>((resolve, reject) => {
        waiting.set(tag, {
          come: async () =>
            resolve({ words: { 'home.open': tag, 'controls.mute': `${tag} mute` }, nameWords }),
          fail: async () => reject(new Error('offline')),
        });
      });
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const says = () => interpreter.language.t('home.open');
  const arrival = async (tag: AnyTag, how: 'come' | 'fail' = 'come') => {
    await waiting.get(tag)?.[how]();
    await turn();
  };
  return { interpreter, loads, says, arrival };
}

test('an English page needs nothing more, until the words behind its first view are asked for', async () => {
  const { interpreter, loads, says, arrival } = listening();
  await interpreter.start(null, ['en-GB']);
  expect(interpreter.language).toMatchObject({ tag: 'en', locale: 'en-GB', settled: true });
  expect(says()).toBe(door['home.open']);
  expect(loads).toEqual([]);
  const whole = interpreter.whole();
  await arrival('en');
  await whole;
  expect(interpreter.language.t('controls.mute')).toBe('en mute');
});

test('another language is loaded once, and is not settled before', async () => {
  const { interpreter, loads, says, arrival } = listening();
  const started = interpreter.start(null, ['fr-CA']);
  const whole = interpreter.whole();
  expect(interpreter.language.settled).toBe(false);
  await arrival('fr');
  await Promise.all([started, whole]);
  expect(says()).toBe('fr');
  expect(interpreter.language).toMatchObject({ tag: 'fr', locale: 'fr-CA', settled: true });
  expect(loads).toEqual(['fr']);
});

test('a language that does not come leaves English, and may be asked for again', async () => {
  const { interpreter, says, arrival } = listening();
  const started = interpreter.start('de', []);
  await arrival('de', 'fail');
  await started;
  expect(interpreter.language).toMatchObject({ tag: 'en', settled: true });
  const again = interpreter.choose('de');
  await arrival('de');
  expect(await again).toBe(true);
  expect(says()).toBe('de');
});

test('of two choices the later one is spoken, in whichever order they come', async () => {
  const { interpreter, says, arrival } = listening();
  await interpreter.start(null, []);
  const choices = Promise.all([interpreter.choose('es'), interpreter.choose('vi')]);
  await arrival('vi');
  await arrival('es');
  await choices;
  expect(says()).toBe('vi');
});

test('whoever waits for all words is told when they do not come, and may ask again', async () => {
  const { interpreter, arrival } = listening();
  await interpreter.start(null, []);
  const whole = interpreter.whole();
  const refused = expect(whole).rejects.toThrow('did not load');
  await arrival('en', 'fail');
  await refused;
  const again = interpreter.whole();
  await arrival('en');
  await again;
});

test('a choice made while all of English is on its way is waited for instead', async () => {
  const { interpreter, says, arrival } = listening();
  await interpreter.start(null, []);
  let there = false;
  const whole = interpreter.whole().then(() => {
    there = true;
  });
  void interpreter.choose('fr');
  await arrival('en');
  expect(there).toBe(false);
  await arrival('fr');
  await whole;
  expect(says()).toBe('fr');
});

test('listeners hear of a change until they undo', async () => {
  const { interpreter, arrival } = listening();
  let changes = 0;
  const undo = interpreter.subscribe(() => {
    changes += 1;
  });
  await interpreter.start(null, []);
  expect(changes).toBe(1);
  undo();
  void interpreter.choose('fr');
  await arrival('fr');
  expect(changes).toBe(1);
});
