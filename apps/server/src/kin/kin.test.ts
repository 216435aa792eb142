import { defaultRoomSettings, limits } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { canReceiveAll } from '../testing/fake-microphone.ts';
import { KinHolder } from '../testing/kin-holder.ts';
import { ask } from '../testing/raw-http.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let [ann, phone, tablet, thief] = [] as unknown as [KinHolder, KinHolder, KinHolder, KinHolder];
beforeAll(async () => {
  jest.replaceProperty(limits, 'devicesRequestBurst', 10_000 as never);
  server = await TestServer.open();
});
beforeEach(() => {
  [ann, phone, tablet, thief] = [new KinHolder(), new KinHolder(), new KinHolder(), new KinHolder()];
});
afterEach(async () => {
  await server.dismiss();
  expect(server.errors).toEqual([]);
});
afterAll(async () => {
  await server.close();
  jest.restoreAllMocks();
});

/** Joins, and gives the key that the others see. */
async function seenAs(holder: KinHolder, certificates = holder.chain) {
  const client = await server.connect();
  const proof = await holder.proof(client, { room: 'den' });
  const identity = { ...proof, ...(certificates && { certificates: [...certificates] }) };
  const params = { room: 'den', name: 'Ann', rtpCapabilities: canReceiveAll, identity };
  const { self, returnToken } = await client.request('join', params);
  return { client, self, returnToken, key: self.key };
}
const keySeen = async (holder: KinHolder, certificates = holder.chain) =>
  (await seenAs(holder, certificates)).key;
const refusal = (joining: Promise<unknown>) => joining.catch(({ error }) => error);
const introduce = (holder: KinHolder, name = '') => holder.asks(server.port, { act: 'introduce', name });
const revoke = (by: KinHolder, other: KinHolder, change = {}) =>
  by.asks(server.port, { act: 'revoke', revocation: by.revocation(other, change) });

test('a linked device is its person to everybody else, also two steps on', async () => {
  const { client: witness } = await server.member('den', { name: 'Bob' });
  ann.link(phone);
  phone.link(tablet);
  for (const device of [ann, phone, tablet]) {
    expect(await keySeen(device)).toBe(ann.key);
    const { member } = await witness.next('memberJoined');
    expect(member.key).toBe(ann.key);
    expect(JSON.stringify(member)).not.toContain(phone.key);
  }
});

test('certificates that are somebody else’s, or made up, are refused', async () => {
  const chain = ann.link(phone);
  expect(await refusal(keySeen(thief, chain))).toBe('identity_rejected');
  const forged = thief.link(tablet, { person: ann.key });
  expect(await refusal(keySeen(tablet, forged))).toBe('identity_rejected');
  expect(await refusal(keySeen(phone, ann.link(phone, { purpose: 'recovery' })))).toBe('identity_rejected');
});

test('a certificate that has ended leaves the device to itself', async () => {
  ann.link(phone, { expiresAtMs: Date.now() - 1 });
  expect(await keySeen(phone)).toBe(phone.key);
  ann.link(phone, { expiresAtMs: Date.now() + 60_000 });
  expect(await keySeen(phone)).toBe(ann.key);
});

test('the list has every device that introduced itself, by the name it was given', async () => {
  ann.link(phone);
  ann.link(tablet, { expiresAtMs: 9_999_999_999_999 });
  await introduce(phone, 'Firefox on Linux');
  await introduce(tablet, '  \u202eChrome ');
  await phone.asks(server.port, { act: 'rename', key: ann.key, name: 'Desk' });
  const { status, body } = await ann.asks(server.port, { act: 'look' });
  const linkedAtMs = expect.any(Number);
  expect([status, body]).toEqual([
    200,
    {
      person: ann.key,
      devices: [
        { key: ann.key, purpose: 'first', name: 'Desk', linkedAtMs },
        { key: phone.key, purpose: 'device', name: 'Firefox on Linux', linkedAtMs },
        { key: tablet.key, purpose: 'device', name: 'Chrome', linkedAtMs, expiresAtMs: 9_999_999_999_999 },
      ],
    },
  ]);
  expect((await thief.asks(server.port, { act: 'look' })).body).toEqual({
    person: thief.key,
    devices: [{ key: thief.key, purpose: 'first', name: '', linkedAtMs: 0 }],
  });
});

test('a revoked device is itself again, at once, and asks in vain', async () => {
  ann.link(phone);
  await introduce(phone, 'Phone');
  const { client } = await seenAs(phone);
  const { client: own } = await seenAs(ann);
  expect((await revoke(ann, phone)).body.devices[1].revokedAtMs).toEqual(expect.any(Number));
  expect(await client.closed).toEqual({ code: 4414, reason: 'unlinked' });
  expect(await own.ask('ping', {})).toBe('ok');
  expect(await keySeen(phone)).toBe(phone.key);
  expect((await introduce(phone)).body.error).toBe('identity_rejected');
  // What it was once given does not bring it back; something newer does.
  expect(await keySeen(phone, ann.link(phone, { issuedAtMs: Date.now() - 60_000 }))).toBe(phone.key);
  expect(await keySeen(phone, ann.link(phone, { issuedAtMs: Date.now() + 60_000 }))).toBe(ann.key);
  expect((await introduce(phone)).body.devices[1]).toEqual(expect.not.objectContaining({ revokedAtMs: 0 }));
});

test('a seat that is kept for a device is not, once it is revoked', async () => {
  jest.replaceProperty(limits, 'seatKeptMs', 60_000 as never);
  ann.link(phone);
  await introduce(phone);
  const { client: witness } = await server.member('den', { name: 'Bob' });
  const { client, self, returnToken } = await seenAs(phone);
  client.destroy();
  while ((await witness.next('memberChanged')).member.presence !== 'away');
  await revoke(ann, phone);
  expect(await witness.next('memberLeft')).toEqual({ memberId: self.id, reason: 'lost' });
  const back = await server.connect();
  expect((await back.join('den', { returning: returnToken })).self.key).toBe('');
  jest.replaceProperty(limits, 'seatKeptMs', 30 as never);
});

test('a device that came back into its seat without proving its key is sent out when it is revoked', async () => {
  ann.link(phone);
  await introduce(phone);
  const { returnToken } = await seenAs(phone);
  const back = await server.connect();
  expect((await back.join('den', { returning: returnToken })).self.key).toBe(ann.key);
  await revoke(ann, phone);
  expect(await back.closed).toEqual({ code: 4414, reason: 'unlinked' });
});

test('any device may revoke any other, and itself, but no one else’s', async () => {
  ann.link(phone);
  ann.link(tablet);
  await introduce(phone);
  await introduce(tablet);
  expect((await revoke(thief, phone, { person: ann.key })).body.error).toBe('invalid_params');
  const forged = { ...thief.revocation(phone, { person: ann.key }), issuer: ann.key };
  const asked = await ann.asks(server.port, { act: 'revoke', revocation: forged });
  expect(asked.body.error).toBe('identity_rejected');
  expect((await revoke(ann, thief)).body.error).toBe('not_found');
  expect((await revoke(ann, ann)).body.error).toBe('invalid_params');
  expect((await revoke(phone, tablet)).status).toBe(200);
  expect((await revoke(phone, phone)).status).toBe(200);
  expect(await keySeen(phone)).toBe(phone.key);
  expect(await keySeen(tablet)).toBe(tablet.key);
});

test('the lost first device speaks for nobody, and brings nobody in whom it had not brought in by then', async () => {
  ann.link(phone);
  await introduce(phone);
  ann.link(thief, { issuedAtMs: 0 });
  expect((await revoke(phone, ann)).status).toBe(200);
  expect(await keySeen(ann)).toBe('');
  expect(await keySeen(thief)).toBe(thief.key);
  expect((await introduce(thief)).body.error).toBe('identity_rejected');
  expect(await keySeen(phone)).toBe(ann.key);
  phone.link(tablet);
  expect(await keySeen(tablet)).toBe(ann.key);
});

test('a recovery code brings in a device once more, until it is revoked', async () => {
  const code = new KinHolder();
  const find = (key: string) => ask(server.port, `/api/devices/recovery/${key}`);
  ann.link(code, { purpose: 'recovery' });
  expect((await find(code.key)).status).toBe(404);
  await introduce(code);
  const found = await find(code.key);
  expect(JSON.parse(String(found.body))).toEqual({ certificates: code.chain });
  expect((await find(ann.key)).status).toBe(404);
  expect((await find('nonsense')).status).toBe(404);

  expect((await revoke(code, ann)).body.error).toBe('identity_rejected');
  code.link(tablet);
  await introduce(tablet);
  expect((await revoke(tablet, ann)).status).toBe(200);
  expect(await keySeen(tablet)).toBe(ann.key);
  expect((await find(code.key)).status).toBe(200);
  expect((await revoke(tablet, code)).status).toBe(200);
  expect((await find(code.key)).status).toBe(404);
  code.link(thief);
  expect(await keySeen(thief)).toBe(thief.key);
});

test('what is not signed for this server, for now and by this key is refused', async () => {
  const asked = (change: object) => thief.asks(server.port, { act: 'look' }, change);
  expect((await asked({ key: ann.key })).body.error).toBe('identity_rejected');
  expect((await asked({ host: 'evil.example' })).body.error).toBe('identity_rejected');
  expect((await asked({ nonce: 'AAAA' })).body.error).toBe('identity_rejected');
  expect((await asked({ nonce: 'A'.repeat(32) })).body.error).toBe('identity_rejected');
  expect((await asked({ act: '{"act":"look" }' })).body.error).toBe('identity_rejected');
  expect(await asked({ signature: 'x' })).toMatchObject({ status: 400, body: { error: 'invalid_params' } });
  expect((await thief.asks(server.port, { act: 'steal' } as never)).body.error).toBe('invalid_params');
});

test('a person has so many devices, and no more', async () => {
  jest.replaceProperty(limits, 'linkedDevices', 3 as never);
  ann.link(phone);
  ann.link(tablet);
  ann.link(thief);
  await introduce(phone);
  await introduce(tablet);
  expect(await introduce(thief)).toMatchObject({ status: 409, body: { error: 'too_many_devices' } });
  await revoke(phone, tablet);
  expect((await introduce(thief)).status).toBe(200);
  jest.replaceProperty(limits, 'rememberedDevices', 4 as never);
  await revoke(phone, thief);
  const fifth = new KinHolder();
  ann.link(fifth);
  expect((await introduce(fifth)).body.error).toBe('too_many_devices');
  jest.replaceProperty(limits, 'linkedDevices', 20 as never);
  jest.replaceProperty(limits, 'rememberedDevices', 100 as never);
});

test('the server remembers so many, and those it knows go on', async () => {
  ann.link(phone);
  await introduce(phone);
  const usual = limits.rememberedDevicesInAll;
  jest.replaceProperty(limits, 'rememberedDevicesInAll', 1 as never);
  ann.link(tablet);
  expect(await introduce(tablet)).toMatchObject({ status: 503, body: { error: 'server_full' } });
  expect((await introduce(phone, 'Phone')).status).toBe(200);
  expect(await keySeen(tablet)).toBe(ann.key);
  // However they come on the list.
  const naming = await thief.asks(server.port, { act: 'rename', key: thief.key, name: 'Thief' });
  expect(naming.body.error).toBe('server_full');
  const lost = new KinHolder();
  lost.link(thief);
  expect((await revoke(thief, lost)).body.error).toBe('server_full');
  jest.replaceProperty(limits, 'rememberedDevicesInAll', usual as never);
});

test('a person’s rooms, and what somebody has against them, go with all their devices', async () => {
  ann.link(phone);
  const come = async (holder: KinHolder, params = {}) => {
    const client = await server.connect();
    const proof = await holder.proof(client, { room: 'house' });
    const identity = { ...proof, ...(holder.chain && { certificates: [...holder.chain] }) };
    return { client, joined: await client.join('house', { identity, ...params }) };
  };
  const { client: owner, joined } = await come(ann, { create: defaultRoomSettings });
  expect(joined.self.role).toBe('owner');
  await come(tablet);
  expect((await come(phone)).joined.self.role).toBe('owner');

  tablet.link(thief);
  const banned = (await come(tablet)).joined.self.id;
  await owner.request('banMember', { memberId: banned });
  for (const holder of [tablet, thief]) expect(await refusal(come(holder))).toBe('banned');
});

test('a seat is not kept for somebody who is another person now', async () => {
  ann.link(phone);
  const client = await server.connect();
  const join = { room: 'den', name: 'Ann', rtpCapabilities: canReceiveAll };
  const identity = { ...(await phone.proof(client, join)), certificates: [...(phone.chain ?? [])] };
  const first = (await client.request('join', { ...join, identity })) as never as {
    self: { id: string };
    returnToken: string;
  };
  const back = await server.connect();
  const returning = first.returnToken;
  const again = await back.request('join', { ...join, returning, identity: await phone.proof(back, join) });
  expect((again as { self: { id: string; key: string } }).self).toMatchObject({ key: phone.key });
  expect((again as { self: { id: string } }).self.id).not.toBe(first.self.id);
});
