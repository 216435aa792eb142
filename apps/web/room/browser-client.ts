import { joinRoom, prepare } from '@earshot/client';
import {
  browserEngine,
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
import type { ClientLibrary } from './client-library.ts';
import { linkKey } from './link-key.ts';
import { serverAddress } from './server-address.ts';

const engine = browserEngine();
const volumes = new StoredVolumes();
const outputs = new OutputDesk({
  canChoose: canChooseLoudspeaker(),
  use: (sinkId) => engine.loudspeakers.use(sinkId),
});

/** What this page can show and play. */
const sources = ['camera', 'screen', 'screenSound'] as const;

/** The client library as this page uses it. Loaded by itself, beside the lobby. */
export const browserClient: ClientLibrary = {
  join: async (options) => {
    // A microphone has been allowed meanwhile, and with it the names of loudspeakers.
    void outputs.look();
    const hearing = { volumes, levelling: wantsLevelling() };
    const key = linkKey(options.room);
    const create = RoomSettings.safeParse(readPlan(options.room)).data;
    const room = await joinRoom({
      ...options,
      server: serverAddress(),
      engine,
      sources,
      identity: ownIdentity(),
      hearing,
      ...(key && { secret: { linkKey: key } }),
      ...(create && { create }),
    });
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
    await Promise.all([prepare(engine), ownIdentity()]);
  },
};
