import { nodeEngine } from '@earshot/client/node';
import { beforeAll, expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import type { Robot } from './robot.ts';
import { RobotHouse } from './robot-house.ts';

const house = RobotHouse.open();
/** Every data channel that was made in this process, in its order. */
const channels: RTCDataChannel[] = [];

beforeAll(async () => {
  // Puts the classes of WebRTC where they can be watched.
  await nodeEngine().createDevice();
  const { prototype } = RTCPeerConnection;
  const { createDataChannel } = prototype;
  prototype.createDataChannel = function watched(...args) {
    const channel = createDataChannel.apply(this, args);
    channels.push(channel);
    return channel;
  };
});

/** Somebody whose posts go over the data channel, and their four channels. */
async function join(room: string, name: string): Promise<{ robot: Robot; own: RTCDataChannel[] }> {
  const before = channels.length;
  const robot = await house.join({ room, name });
  await eventually(() => robot.room.chat.snapshot.path, 'data_channel');
  await eventually(() => channels.length, before + 4);
  return { robot, own: channels.slice(before) };
}

const cuts: Record<string, (channel: RTCDataChannel) => void> = {
  closes: (channel) => channel.close(),
  'goes silent': (channel) => {
    channel.send = () => {};
    channel.dispatchEvent = () => true;
    channel.onmessage = null;
  },
};

test.each(Object.keys(cuts))(
  'a channel that %s in mid-stream costs nothing and repeats nothing',
  async (how) => {
    const room = `cut-${how.replace(' ', '-')}`;
    const [one, other] = [await join(room, 'One'), await join(room, 'Other')];
    const heard: Record<string, number[]> = { one: [], other: [] };
    const text = new TextDecoder();
    one.robot.room.data('count').onMessage(({ bytes }) => heard.one?.push(Number(text.decode(bytes))));
    other.robot.room.data('count').onMessage(({ bytes }) => heard.other?.push(Number(text.decode(bytes))));

    const sent: Promise<void>[] = [];
    const count = (from: number, to: number) => {
      for (let number = from; number < to; number++) {
        for (const { robot } of [one, other]) {
          sent.push(robot.room.data('count').send(new TextEncoder().encode(`${number}`)));
        }
      }
    };
    count(0, 60);
    for (const channel of one.own) cuts[how]?.(channel);
    count(60, 120);
    one.robot.room.chat.send({ text: 'still here' });
    await Promise.all(sent);
    const all = Array.from({ length: 120 }, (_, index) => index);
    await eventually(() => heard, { one: all, other: all });
    await eventually(
      () => other.robot.room.chat.snapshot.messages.map((message) => message.text),
      ['still here'],
    );
    expect(one.robot.room.chat.snapshot.path).toBe('web_socket');
    await eventually(() => other.robot.room.chat.snapshot.path, 'data_channel');
  },
);
