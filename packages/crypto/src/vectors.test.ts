import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { textBytes } from './bytes.ts';
import { openData } from './data/sealed-data.ts';
import type { RoomKeys } from './keys/key-schedule.ts';
import { MediaOpener } from './media/media-opener.ts';
import { importBaseKey } from './media/sframe.ts';
import { readCard } from './members/member-card.ts';
import { openKey } from './members/sealed-key.ts';
import { readStoredRecord } from './proof/record.ts';
import { parsePrivateRoomName } from './proof/room-id.ts';
import { fromHex, hex } from './testing/hex.ts';
import { computeVectors, given, vectorMembers, vectorRoom } from './testing/vectors.ts';

/** Known answers: other implementations hold themselves to them. `WRITE_VECTORS=1` writes them anew. */
const path = join(__dirname, '../vectors/earshot-1.json');
let file: Awaited<ReturnType<typeof computeVectors>> & { given: object };
let room: RoomKeys;

beforeAll(async () => {
  if (process.env.WRITE_VECTORS) await write();
  file = JSON.parse(readFileSync(path, 'utf8'));
  ({ room } = await vectorRoom());
});

async function write(): Promise<void> {
  const whole = { given: givenHex(), ...(await computeVectors()) };
  writeFileSync(path, `${JSON.stringify(whole, null, 2)}\n`);
}

function givenHex(): object {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value instanceof Uint8Array ? hex(value) : value]),
  );
}

test('every value is what it was', async () => {
  const { given: start, ...values } = file;
  expect(start).toEqual(givenHex());
  expect(await computeVectors()).toEqual(values);
});

test('what is written there can be read', async () => {
  const { record } = await readStoredRecord(fromHex(file.storedRecord), parsePrivateRoomName(file.room.name));
  expect(record).toMatchObject({ mode: 'both', epoch: 1, expiresAtMs: given.expiresAtMs });
  const { anna, bob } = await vectorMembers(room);
  expect(await readCard(fromHex(file.annaCard), room)).toEqual(anna.card);
  const parcel = { from: anna.card, to: bob.card, sealingKey: bob.sealingKey };
  const key = await openKey(fromHex(file.sealedKey), parcel);
  expect(key).toEqual({ generation: 3, step: 2, baseKey: given.baseKey });
  const opener = new MediaOpener();
  opener.install(5, key, await importBaseKey(key.baseKey));
  expect((await opener.open('opus', fromHex(file.media.microphone))).frame).toEqual(given.opus);
  expect((await opener.open('vp8', fromHex(file.media.camera))).frame).toEqual(given.vp8KeyFrame);
  const chat = await openData(fromHex(file.chat), room, { secret: room.history, context: textBytes('m1') });
  expect(new TextDecoder().decode(chat.body)).toBe('good evening');
});
