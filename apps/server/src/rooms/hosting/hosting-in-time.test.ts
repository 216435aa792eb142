import { ManualClock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { canReceiveAll, microphone } from '../../testing/fake-microphone.ts';
import { enter, type Guest, openHouse, seen } from '../../testing/house.ts';
import { KeyHolder } from '../../testing/key-holder.ts';
import { TestServer } from '../../testing/test-server.ts';

let clock: ManualClock;
let server: TestServer;
/** Sits elsewhere, and has store and worker do something now and then: so they keep up with a clock that leaps. */
let clerk: Guest;
beforeEach(async () => {
  clock = new ManualClock(Date.now());
  server = await TestServer.open({ TRUSTED_PROXIES: '127.0.0.1' }, { clock });
  [clerk] = await openHouse(server, 'office');
});
afterEach(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

/** Time goes by, and those named here give signs of life. */
async function pass(ms: number, ...alive: Guest[]): Promise<void> {
  for (let left = ms; left > 0; left -= limits.heartbeatIntervalMs) {
    clock.advance(Math.min(left, limits.heartbeatIntervalMs));
    await Promise.all(alive.map(({ client }) => client.request('ping', {})));
    await clerk.client.request('actionLog', {});
    const { producerId } = await clerk.client.request('produce', microphone());
    await clerk.client.request('closeProducer', { producerId });
  }
}

test('when the owner is gone for two minutes the moderator of longest standing acts, until they are back', async () => {
  const [owner, first, second, bob] = (await openHouse(server, 'heirs', {
    roles: ['moderator', 'moderator', 'speaker'],
  })) as [Guest, Guest, Guest, Guest];
  await owner.client.request('leave', {});
  await pass(limits.ownerAwayMs - 1_000, first, second, bob);
  expect(await first.client.ask('setRole', { memberId: second.id, role: 'speaker' })).toBe('not_permitted');
  await pass(1_000, first, second, bob);
  await seen(bob.client, first.id, { role: 'owner', acting: true });
  // Their own for a while, but not to give away.
  expect(await first.client.ask('handOver', { memberId: bob.id })).toBe('not_permitted');
  expect(await first.client.ask('setRole', { memberId: bob.id, role: 'moderator' })).toBe('ok');
  await first.client.request('leave', {});
  await seen(bob.client, second.id, { role: 'owner' });
  const back = await enter(server, 'heirs', { holder: owner.holder });
  expect(back.joined.self.role).toBe('owner');
  await seen(bob.client, second.id, { role: 'moderator', acting: undefined });
});

test('an owner who is back in time, or another tab of theirs, keeps the room', async () => {
  const [owner, moderator] = (await openHouse(server, 'short', { roles: ['moderator'] })) as [Guest, Guest];
  await owner.client.request('leave', {});
  await pass(limits.ownerAwayMs - 1_000, moderator);
  const back = await enter(server, 'short', { holder: owner.holder });
  await pass(limits.ownerAwayMs, moderator, back);
  const { joined } = await enter(server, 'short');
  expect(joined.members.map(({ role }) => role).toSorted()).toEqual(['moderator', 'owner']);
});

test('a ban ends when its time is over', async () => {
  const [owner, bob] = (await openHouse(server, 'while', { roles: ['speaker'] })) as [Guest, Guest];
  await owner.client.request('banMember', { memberId: bob.id, forMs: 60_000 });
  const knock = async () => {
    const client = await server.connect();
    const identity = await bob.holder.proof(client, { room: 'while' });
    return client.ask('join', { room: 'while', name: 'Bob', rtpCapabilities: canReceiveAll, identity });
  };
  await pass(59_000, owner);
  expect(await knock()).toBe('banned');
  await pass(1_000, owner);
  expect(await knock()).toBe('ok');
  expect((await owner.client.request('listBans', {})).bans).toEqual([]);
});

test('where nobody owns the room more than half of those who have been here for a while vote somebody out', async () => {
  const people: Guest[] = [];
  for (let index = 0; index < 5; index++) people.push(await enter(server, 'free'));
  const [troll, ann, bob, cleo, dora] = people as [Guest, Guest, Guest, Guest, Guest];
  const vote = ({ client }: Guest, agree = true) => client.ask('voteToRemove', { memberId: troll.id, agree });
  expect(await vote(ann)).toBe('wrong_state');
  await pass(limits.voteAfterMs, ...people);
  const late = await enter(server, 'free');
  const tab = await enter(server, 'free', { holder: troll.holder });
  expect(await vote(late)).toBe('wrong_state');
  expect(await vote(troll)).toBe('wrong_state');
  expect(await vote(ann)).toBe('ok');
  expect(await dora.client.next('voteChanged')).toEqual({
    vote: { memberId: troll.id, agreed: 1, needed: 3 },
  });
  // A second tab has no second voice.
  expect(await vote(ann)).toBe('ok');
  expect(await vote(bob)).toBe('ok');
  expect(await vote(bob, false)).toBe('ok');
  expect(await vote(bob)).toBe('ok');
  expect(await vote(cleo)).toBe('ok');
  for (const { client } of [troll, tab]) {
    expect(await client.closed).toEqual({ code: 4411, reason: 'removed' });
  }
  const client = await server.connect();
  const identity = await troll.holder.proof(client, { room: 'free' });
  const back = { room: 'free', name: 'Troll', rtpCapabilities: canReceiveAll, identity };
  expect(await client.ask('join', back)).toBe('banned');
  const { entries } = await late.client.request('actionLog', {});
  const told = dora.client.untaken;
  const gone = told.indexOf('memberLeft');
  expect([gone >= 0, gone < told.lastIndexOf('voteChanged')]).toEqual([true, true]);
  expect(entries).toMatchObject([{ action: 'voteToRemove', by: { key: ann.holder.key } }]);
});

test('tabs without a key have one voice for each address, both for agreeing and for how many it takes', async () => {
  const from = async (forwardedFor: string) => {
    const { client, self } = await server.member('tabs', { forwardedFor });
    return { client, id: self.id } as Guest;
  };
  const [troll, ann] = [await enter(server, 'tabs'), await enter(server, 'tabs')];
  const bob = await from('203.0.113.1');
  const tabs = [];
  for (let count = 0; count < 5; count++) tabs.push(await from('203.0.113.66'));
  await pass(limits.voteAfterMs, troll, ann, bob, ...tabs);
  const late = await from('203.0.113.66');
  const vote = ({ client }: Guest, agree = true) => client.ask('voteToRemove', { memberId: ann.id, agree });
  for (const tab of tabs) expect(await vote(tab)).toBe('ok');
  expect(await vote(late)).toBe('wrong_state');
  expect((await ann.client.next('voteChanged')).vote).toEqual({ memberId: ann.id, agreed: 1, needed: 3 });
  expect(await vote(bob)).toBe('ok');
  expect((await ann.client.next('voteChanged')).vote).toEqual({ memberId: ann.id, agreed: 2, needed: 3 });
  // One tab of a household takes back its own word only.
  expect(await vote(tabs[0] as Guest, false)).toBe('ok');
  expect(await ann.client.ask('ping', {})).toBe('ok');
  expect(ann.client.untaken).not.toContain('voteChanged');
  expect(await vote(troll)).toBe('ok');
  expect(await ann.client.closed).toEqual({ code: 4411, reason: 'removed' });
});

test('a vote that does not succeed in time is over', async () => {
  const people = [await enter(server, 'calm'), await enter(server, 'calm'), await enter(server, 'calm')];
  const [ann, bob, cleo] = people as [Guest, Guest, Guest];
  await pass(limits.voteAfterMs, ...people);
  expect(await ann.client.ask('voteToRemove', { memberId: bob.id, agree: true })).toBe('ok');
  expect((await cleo.client.next('voteChanged')).vote.agreed).toBe(1);
  await pass(limits.voteOpenMs, ...people);
  expect((await cleo.client.next('voteChanged')).vote.agreed).toBe(0);
});

test('who holds a key and was made nothing is somebody new next time', async () => {
  const holder = new KeyHolder();
  await openHouse(server, 'stage', { settings: { speaking: 'invited' } });
  const { joined } = await enter(server, 'stage', { holder });
  expect(joined.self.role).toBe('listener');
});
