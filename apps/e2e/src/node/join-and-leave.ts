/** Joins and leaves many times, prints what keeps the process alive before and after, and ends by itself. */
import { joinRoom, prepare, type Room, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone } from '@earshot/client/node';

const [server = '', times = '1'] = process.argv.slice(2);
const engine = nodeEngine();
await prepare(engine);
const before = process.getActiveResourcesInfo();
for (let round = 0; round < Number(times); round += 1) {
  const [one, other] = [new PcmMicrophone(), new PcmMicrophone()];
  const options = { server, room: 'revolving-door', engine };
  const [first, second] = await Promise.all([
    joinRoom({ ...options, name: 'one', microphone: one }),
    joinRoom({ ...options, name: 'other', microphone: other, codec: 'json' }),
  ]);
  await Promise.all([first, second].map(hearsSomebody));
  await Promise.all([first.leave(), second.leave()]);
  one.close();
  other.close();
}
// A closed socket takes a turn or two until its handle is gone.
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(JSON.stringify({ before, after: process.getActiveResourcesInfo() }));

async function hearsSomebody(room: Room): Promise<void> {
  await waitFor(room, ({ media }) => media === 'connected');
  await new Promise<void>((resolve) => {
    const look = () => room.tracks.size === 1 && resolve();
    room.onTracks(look);
    look();
  });
}
