import { joinRoom, waitFor } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';

const [server, room] = process.argv.slice(2);
if (!server || !room) throw new Error('usage: roll-dice.ts <server> <room>');

const table = await joinRoom({ server, room, name: 'Dice', engine: nodeEngine() });
const dice = table.data('dice');
dice.onMessage(({ from, bytes: [sides = 6] }) => {
  const rolled = 1 + Math.floor(Math.random() * sides);
  // Whoever asked may be gone by now.
  dice.send(Uint8Array.of(rolled), { to: [from] }).catch(() => {});
});
const limitMs = 3_600_000;
await waitFor(table, ({ members }) => members.length > 0, { limitMs });
await waitFor(table, ({ members }) => members.length === 0, { limitMs });
await table.leave();
