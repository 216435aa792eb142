import {
  type Act,
  type ChatEvent,
  defaultRoomSettings,
  may,
  powers,
  Role,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { DataClient } from '../testing/data-client.ts';
import { canReceiveAll, dtlsParameters, microphone } from '../testing/fake-microphone.ts';
import { type Guest, openHouse } from '../testing/house.ts';
import { someProof } from '../testing/private-house.ts';
import { TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(() => server.close());

type Method = keyof ServerMethods;

/** What to ask with, of everything that can be asked; `on` is somebody else in the room. */
const asked: Record<Method, (on: Guest, self: Guest) => object> = {
  join: () => ({ room: 'elsewhere', name: 'Ann', rtpCapabilities: canReceiveAll }),
  putPrivateRoom: () => ({ record: 'AA', recordSecret: 'A'.repeat(86) }),
  challenge: () => ({ room: `p-${'a'.repeat(26)}` }),
  prove: () => ({ proof: someProof, card: 'AA' }),
  connectTransport: (_, { joined }) => ({
    transportId: joined.recvTransport.id,
    dtlsParameters: dtlsParameters(),
  }),
  produce: () => microphone(),
  setProducerPaused: () => ({ producerId: 'x', paused: true }),
  closeProducer: () => ({ producerId: 'x' }),
  setViews: () => ({ views: [] }),
  setHand: () => ({ raised: true }),
  setProfile: () => ({ name: 'Ann', emoji: '', status: '' }),
  produceData: () => ({ channel: 'reliable', sctpStreamParameters: { streamId: 1, ordered: true } }),
  consumeData: () => ({ channel: 'reliable' }),
  sendData: () => ({ packets: [] }),
  chatHistory: () => ({}),
  setRoomSettings: () => ({ settings: { ...defaultRoomSettings, topic: 'Tea' } }),
  setRoomModes: () => ({ locked: true }),
  setRole: ({ id }) => ({ memberId: id, role: 'listener' }),
  handOver: ({ id }) => ({ memberId: id }),
  muteMember: ({ id }) => ({ memberId: id }),
  allowToSpeak: ({ id }) => ({ memberId: id }),
  askToUnmute: ({ id }) => ({ memberId: id }),
  shadowMute: ({ id }) => ({ memberId: id, on: true }),
  removeMember: ({ id }) => ({ memberId: id }),
  banMember: ({ id }) => ({ memberId: id, forMs: 1_000 }),
  unban: () => ({ banId: 'x' }),
  listBans: () => ({}),
  lowerHands: ({ id }) => ({ memberId: id }),
  actionLog: () => ({}),
  voteToRemove: ({ id }) => ({ memberId: id, agree: true }),
  report: ({ id }) => ({ memberId: id, reason: 'spam', withChat: false }),
  leave: () => ({}),
  ping: () => ({}),
};

const methods = Object.keys(serverMethods) as Method[];
const others = ['moderator', 'speaker', 'listener'] as const;

test.each(methods)('%s is for whom the table says, on whom it says, and for nobody else', async (method) => {
  // Two of each, so that everybody can be asked about somebody who stands as high; there is one owner only.
  const house = await openHouse(server, `table-${method.toLowerCase()}`, { roles: [...others, ...others] });
  const actors = Object.fromEntries(Role.options.map((role, index) => [role, house[index] as Guest]));
  const targets = {
    ...actors,
    ...Object.fromEntries(others.map((role, index) => [role, house[index + 4] as Guest])),
  };
  const allowed: [Role, Role][] = [];
  for (const role of Role.options) {
    for (const on of Role.options) {
      const self = actors[role] as Guest;
      if (may(method, { role, owned: true }, on)) allowed.push([role, on]);
      else {
        const answer = await self.client.ask(method, asked[method](targets[on] as Guest, self));
        expect([role, on, answer]).toEqual([role, on, 'not_permitted']);
      }
    }
  }
  const whom = Object.values(powers[method]).includes('below') ? Role.options : Role.options.slice(3);
  for (const [role, on] of allowed.filter((cell) => whom.includes(cell[1]))) {
    // A house of their own: what is allowed changes things.
    const roles = [role === 'owner' ? 'speaker' : role, on] as const;
    const [owner, other, target] = await openHouse(server, `yes-${method.toLowerCase()}-${role}-${on}`, {
      roles,
    });
    const self = (role === 'owner' ? owner : other) as Guest;
    const answer = await self.client.ask(method, asked[method](target as Guest, self));
    const isHosts = Object.values(powers[method]).includes('no');
    // Of what everybody may do, some is refused for reasons of its own.
    if (isHosts && method !== 'unban') expect([role, on, answer]).toEqual([role, on, 'ok']);
    else expect([role, on, answer]).not.toEqual([role, on, 'not_permitted']);
    await server.dismiss();
  }
});

test.each(methods)('%s in a room that nobody owns is for whom the table says', async (method) => {
  const [ann, bob] = [await server.member('free'), await server.member('free')];
  const guest = { ...bob, id: bob.self.id } as unknown as Guest;
  const answer = await ann.client.ask(method, asked[method](guest, ann as unknown as Guest));
  expect(answer === 'not_permitted').toBe(!may(method, { role: 'speaker', owned: false }));
});

let ids = 0;
const newId = () => `a-message-of-power-${ids++}`;

/** What became of a message: the next word about it. */
async function said({ chat }: DataClient, id: string, wanted: ChatEvent['say']): Promise<string> {
  const idOf = (event: ChatEvent) => (event.say === 'message' ? event.message.id : event.id);
  const isAnswer = (event: ChatEvent) => idOf(event) === id && [wanted, 'refused'].includes(event.say);
  const answer = await until(
    () => chat.find(isAnswer),
    (found) => found !== undefined,
  );
  return answer?.say === 'refused' ? answer.error : 'ok';
}

async function write(data: DataClient): Promise<{ id: string; answer: string }> {
  const id = newId();
  data.command({ do: 'send', id, text: `words of their own: ${id}` });
  return { id, answer: await said(data, id, 'message') };
}

interface Meeting {
  room: string;
  self: Guest & { data: DataClient };
  on: Guest & { data: DataClient };
}

/** What can be done beside methods: what comes before, how it is tried, and how it is refused. */
const beside: Record<
  Exclude<Act, Method>,
  { modes?: object; refusal: string; tried(meeting: Meeting): Promise<string> }
> = {
  deleteMessage: {
    // Whether there is such a message is nobody's business who may not delete it.
    refusal: 'not_found',
    async tried({ self, on }) {
      const { id } = await write(on.data);
      await said(self.data, id, 'message');
      self.data.command({ do: 'delete', id });
      return said(self.data, id, 'deleted');
    },
  },
  writeFreely: {
    modes: { chat: 'off' },
    refusal: 'chat_off',
    tried: async ({ self }) => (await write(self.data)).answer,
  },
  enterFreely: {
    modes: { locked: true },
    refusal: 'room_locked',
    async tried({ room, self: { holder } }) {
      const client = await server.connect();
      const identity = await holder.proof(client, { room });
      return client.ask('join', { room, name: 'Ann', rtpCapabilities: canReceiveAll, identity });
    },
  },
};

test.each(Object.keys(beside) as (keyof typeof beside)[])('%s is for whom the table says', async (act) => {
  const room = `beside-${act.toLowerCase()}`;
  const house = await openHouse(server, room, { roles: [...others, ...others] });
  const { modes, refusal, tried } = beside[act];
  if (modes) await house[0].client.request('setRoomModes', modes);
  const people = house.map((guest) => ({ ...guest, data: new DataClient(guest.client) }));
  const matters = Object.values(powers[act]).includes('below');
  for (const [index, role] of Role.options.entries()) {
    for (const [place, on] of Role.options.entries()) {
      // There is one owner only, and everybody may take back what they said themselves.
      if (matters ? role === 'owner' && on === 'owner' : place > 0) continue;
      const meeting = { room, self: people[index], on: people[on === 'owner' ? 0 : place + 3] } as Meeting;
      const wanted = may(act, { role, owned: true }, on) ? 'ok' : refusal;
      expect([role, on, await tried(meeting)]).toEqual([role, on, wanted]);
    }
  }
  for (const { data } of people) data.close();
});

test('nobody gives a role that is not below their own', async () => {
  const [owner, moderator, speaker] = await openHouse(server, 'ranks', { roles: ['moderator', 'speaker'] });
  const make = (by: Guest | undefined, role: string) =>
    by?.client.ask('setRole', { memberId: speaker?.id, role });
  expect(await make(moderator, 'moderator')).toBe('not_permitted');
  expect(await make(owner, 'moderator')).toBe('ok');
  expect(await make(owner, 'owner')).toBe('invalid_params');
});

test('who uses powers without end is rate_limited', async () => {
  const [owner, speaker] = await openHouse(server, 'busy', { roles: ['speaker'] });
  const answers: (string | undefined)[] = [];
  for (let turn = 0; turn < 25; turn++) {
    answers.push(await owner.client.ask('askToUnmute', { memberId: speaker?.id }));
  }
  expect(answers[0]).toBe('ok');
  expect(answers.at(-1)).toBe('rate_limited');
});
