import { defaultRoomSettings, limits } from '@earshot/protocol';
import { expect } from '@jest/globals';
import type { ActionEntry } from '../action-entry.ts';
import type { Ban } from '../ban.ts';
import type { DeviceLink } from '../device-link.ts';
import type { OwnedRoom } from '../owned-room.ts';
import type { PrivateRoom } from '../private-room.ts';
import type { Report } from '../report.ts';

export const atMs = 1_790_000_000_000;
export const [ann, bob, cid, dan] = ['A', 'B', 'C', 'D'].map((letter) =>
  letter.repeat(43).replace(/.$/, 'A'),
) as [string, string, string, string];

export const room = (name: string, change: Partial<OwnedRoom> = {}): OwnedRoom => ({
  name,
  ownerKey: ann,
  settings: defaultRoomSettings,
  createdAtMs: atMs,
  emptySinceMs: null,
  ...change,
});
export const privateRoom = (epoch: number, change: Partial<PrivateRoom> = {}): PrivateRoom => ({
  epoch,
  record: `record-of-epoch-${epoch}`,
  recordSecret: 'S'.repeat(86),
  ...change,
});
export const ban = (id: string, change: Partial<Ban> = {}): Ban => ({
  id,
  room: 'room',
  key: bob,
  prefix: '203.0.113.7/32',
  on: { key: bob, name: 'Bob' },
  by: { key: ann, name: 'Ann' },
  atMs,
  untilMs: null,
  ...change,
});
export const entry = (id: string, change: Partial<ActionEntry> = {}): ActionEntry => ({
  id,
  atMs,
  by: { key: ann, name: 'Ann' },
  action: 'mute',
  on: { name: 'Bob' },
  ...change,
});
export const report = (id: string, change: Partial<Report> = {}): Report => ({
  id,
  atMs,
  room: 'room',
  by: { key: ann, name: 'Ann' },
  on: { name: 'Bob' },
  reason: 'shouting',
  chat: [{ atMs, name: 'Bob', text: 'HEY' }],
  ...change,
});

export const link = (key: string, change: Partial<DeviceLink> = {}): DeviceLink => ({
  person: ann,
  key,
  purpose: 'device',
  name: 'phone',
  linkedAtMs: atMs,
  expiresAtMs: null,
  revokedAtMs: null,
  chain: [{ person: ann, key, purpose: 'device', issuedAtMs: atMs, signature: `${'b'.repeat(85)}Q` }],
  ...change,
});

/** Texts that have broken one store or another. */
export const texts = [
  `'"; DROP TABLE rooms; --`,
  '%_\\%',
  '\u0000a\u0000',
  '👩🏽‍🚀👨‍👩‍👧‍👦',
  '\ud800',
  'ß İ ﷽',
  '\u202eevil\u202c',
  '',
  'x'.repeat(200),
];

export const ids = (records: { id: string }[]) => records.map(({ id }) => id);
export const failed = (name: string) => expect.objectContaining({ error: name });

/** Runs with limits that a test can reach. */
export async function within(
  small: Partial<Record<keyof typeof limits, number>>,
  run: () => Promise<void>,
): Promise<void> {
  const usual = { ...limits };
  Object.assign(limits, small);
  try {
    await run();
  } finally {
    Object.assign(limits, usual);
  }
}
