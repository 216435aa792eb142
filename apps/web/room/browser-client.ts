import { EntryError, joinRoom, prepare, type RoomSecret } from '@earshot/client';
import {
  canChooseLoudspeaker,
  captureScreen,
  listCameras,
  listMicrophones,
  openCamera,
  openMicrophone,
  ownIdentity,
} from '@earshot/client/browser';
import { RoomSettings } from '@earshot/protocol';
import { forgetPlan, readPlan } from '../home/create-plan.ts';
import { wantsLevelling } from '../listening/levelling-choice.ts';
import { OutputDesk } from '../listening/output-desk.ts';
import { StoredVolumes } from '../listening/volume-memory.ts';
import { keyMemory } from '../private/known-keys.ts';
import type { ClientLibrary } from './client-library.ts';
import { pageEngine } from './page-engine.ts';
import { heldSecret, holdSecret } from './room-secrets.ts';
import { serverAddress } from './server-address.ts';

const volumes = new StoredVolumes();
const outputs = new OutputDesk({
  canChoose: canChooseLoudspeaker(),
  use: (sinkId) => pageEngine.loudspeakers.use(sinkId),
});

/** What this page can show and play. */
const sources = ['camera', 'screen', 'screenSound'] as const;

/** What opens the room, where it takes anything. @throws EntryError where its link was cut off */
function secretOf(room: string): RoomSecret | undefined {
  const { password, linkKey } = heldSecret(room);
  if (linkKey === 'broken') throw new EntryError('no_link_key');
  if (password === undefined && !linkKey) return undefined;
  return { ...(password !== undefined && { password }), ...(linkKey && { linkKey }) };
}

/** The client library as this page uses it. Loaded by itself, beside the lobby. */
export const browserClient: ClientLibrary = {
  join: async (options) => {
    // A microphone has been allowed meanwhile, and with it the names of loudspeakers.
    void outputs.look();
    const hearing = { volumes, levelling: wantsLevelling() };
    const create = RoomSettings.safeParse(readPlan(options.room)).data;
    // Of a room that is made just now: it stands in no link yet. Where the name is taken, that room has another one.
    const newKey =
      create?.encrypted && !heldSecret(options.room).linkKey
        ? crypto.getRandomValues(new Uint8Array(32))
        : undefined;
    const secret = newKey ? { linkKey: newKey } : secretOf(options.room);
    const room = await joinRoom({
      ...options,
      server: serverAddress(),
      engine: pageEngine,
      sources,
      identity: ownIdentity(),
      hearing,
      ...(secret && { secret, keyMemory: keyMemory(options.room) }),
      ...(create && { create }),
    }).catch((error: unknown) => {
      // Whoever is asked for something else has to be told for what.
      if (error instanceof EntryError && error.mode) holdSecret(options.room, { mode: error.mode });
      throw error;
    });
    if (newKey) holdSecret(options.room, { linkKey: newKey });
    forgetPlan();
    return room;
  },
  outputs,
  openMicrophone,
  listMicrophones,
  ownKey: async () => (await ownIdentity())?.key ?? '',
  openCamera,
  listCameras,
  captureScreen,
  warmUp: async () => {
    await Promise.all([prepare(pageEngine), ownIdentity()]);
  },
};
