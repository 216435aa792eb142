import { systemClock } from '@earshot/lifetime';
import type { Facts } from '../rooms/directory/directory.ts';
import { type Place, Square } from '../rooms/directory/square.ts';
import { readConfig, startServer } from '../server.ts';
import { Random } from './random.ts';

/**
 * A server whose directory is full of places that are no rooms: as many as a bench or a screenshot wants, which no
 * machine could fill with people. `PLACES` is how many, `STIRS_PER_SECOND` in how many of them something happens;
 * the line that it prints first is that of `main.ts`.
 */
const random = new Random(4);
const count = Number(process.env.PLACES ?? '10000');
const stirsPerSecond = Number(process.env.STIRS_PER_SECOND ?? '0');
const startMs = systemClock.wallMs();

const qualities =
  'amber brisk calm deep early famous gentle hidden idle jolly kind late mellow noisy old'.split(' ');
const things =
  'harbour garden kitchen library market orchard station theatre tower valley workshop bridge'.split(' ');
const topics = [
  '',
  'Tea, and whatever comes up',
  'Practising Spanish, beginners welcome',
  'Chuyện buổi tối và cà phê',
  'Wir bauen einen Roboter',
  'Jazz records from the fifties, one side each',
  'Révisions de maths avant l’examen',
  '今日の会議室',
  'Homework club',
  'Night shift: who else is awake?',
];
const tags = 'tea music study spanish chess night robots books cinema running cooking tiếng-việt'.split(' ');
const languages = ['', 'en', 'en', 'de', 'es', 'fr', 'vi', 'ja'];

function placeOf(number: number): Place & { stir(): void } {
  const name = `${random.pick(qualities)}-${random.pick(things)}-${number}`;
  const topic = random.pick(topics);
  const own = [random.pick(tags), random.pick(tags)].filter((tag, at, all) => all.indexOf(tag) === at);
  const language = random.pick(languages);
  const startedAtMs = startMs - random.below(14_400_000);
  let [people, talking] = [1 + random.below(random.chance(0.1) ? 40 : 6), 0];
  const stir = () => {
    people = Math.max(1, people + random.below(3) - 1);
    talking = random.chance(0.1) ? Math.min(people, 1 + random.below(2)) : 0;
  };
  stir();
  const facts = (): Facts => ({
    name,
    topic,
    tags: topic ? own : [],
    language: topic ? language : '',
    people,
    talking,
    startedAtMs,
  });
  return { name, facts, stir };
}

const square = new Square(systemClock);
const places = Array.from({ length: count }, (_, number) => placeOf(number));
for (const place of places) square.stirred(place);
const server = await startServer(readConfig(process.env), { square });
const stop = () => void server.close().then(() => process.exit(0));
const everyMs = 100;
const parent = process.ppid;
setInterval(() => {
  // Whoever asked for it was killed, and ends nothing any more.
  if (process.ppid !== parent) stop();
  for (let stirs = (stirsPerSecond * everyMs) / 1_000; stirs > 0; stirs -= 1) {
    const place = random.pick(places);
    place.stir();
    square.stirred(place);
  }
}, everyMs);
console.log(`Earshot is at http://localhost:${server.port}`);
process.once('SIGTERM', stop);
