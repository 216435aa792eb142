import { expect, test } from '@jest/globals';
import { TopicMail } from './topic-mail.ts';

function listenTo(mail: TopicMail, topic: string) {
  const heard: number[] = [];
  const stop = mail.listen(topic, ({ bytes: [first = -1] }) => heard.push(first));
  return { heard, stop };
}

test('a post goes to those who listen to its topic, and to nobody who stopped', () => {
  const mail = new TopicMail();
  const [one, two, other] = ['dice', 'dice', 'maps'].map((topic) => listenTo(mail, topic));
  mail.take('dice', Uint8Array.of(1), 'ann');
  one?.stop();
  mail.take('dice', Uint8Array.of(2), 'ann');
  expect([one?.heard, two?.heard, other?.heard]).toEqual([[1], [1, 2], []]);
});

test('what came before anybody listened waits for the first who does, in order, once', () => {
  const mail = new TopicMail();
  for (const number of [1, 2]) mail.take('dice', Uint8Array.of(number), 'ann');
  mail.take('maps', Uint8Array.of(9), 'ann');
  const first = listenTo(mail, 'dice');
  mail.take('dice', Uint8Array.of(3), 'ann');
  expect(first.heard).toEqual([1, 2, 3]);
  expect(listenTo(mail, 'dice').heard).toEqual([]);
});

test('who stopped listening is not brought later what came meanwhile', () => {
  const mail = new TopicMail();
  listenTo(mail, 'dice').stop();
  mail.take('dice', Uint8Array.of(1), 'ann');
  expect(listenTo(mail, 'dice').heard).toEqual([]);
});

test('of too many the newest wait', () => {
  const mail = new TopicMail();
  for (let number = 0; number < 100; number++) mail.take('dice', Uint8Array.of(number), 'ann');
  expect(listenTo(mail, 'dice').heard).toEqual(Array.from({ length: 64 }, (_, index) => index + 36));
});
