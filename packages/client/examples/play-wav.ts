import { readFile } from 'node:fs/promises';
import { joinRoom, waitFor } from '@earshot/client';
import { nodeEngine, PcmMicrophone, play, readWav } from '@earshot/client/node';

const [server, room, file] = process.argv.slice(2);
if (!server || !room || !file) throw new Error('usage: play-wav.ts <server> <room> <file.wav>');

const sound = readWav(await readFile(file));
const microphone = new PcmMicrophone();
const talk = await joinRoom({ server, room, name: 'Robot', engine: nodeEngine(), microphone });
try {
  await waitFor(talk, ({ media, self }) => media === 'connected' && self.microphone === 'live');
  await play(sound, microphone);
} finally {
  await talk.leave();
  microphone.close();
}
