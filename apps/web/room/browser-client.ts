import { joinRoom, prepare } from '@earshot/client';
import {
  browserEngine,
  canChooseLoudspeaker,
  listMicrophones,
  openMicrophone,
  ownIdentity,
} from '@earshot/client/browser';
import { wantsLevelling } from '../listening/levelling-choice.ts';
import { OutputDesk } from '../listening/output-desk.ts';
import { StoredVolumes } from '../listening/volume-memory.ts';
import type { ClientLibrary } from './client-library.ts';
import { serverAddress } from './server-address.ts';

const engine = browserEngine();
const volumes = new StoredVolumes();
const outputs = new OutputDesk({
  canChoose: canChooseLoudspeaker(),
  use: (sinkId) => engine.loudspeakers.use(sinkId),
});

/** The client library as this page uses it. Loaded by itself, beside the lobby. */
export const browserClient: ClientLibrary = {
  join: (options) => {
    // A microphone has been allowed meanwhile, and with it the names of loudspeakers.
    void outputs.look();
    const hearing = { volumes, levelling: wantsLevelling() };
    return joinRoom({ ...options, server: serverAddress(), engine, identity: ownIdentity(), hearing });
  },
  outputs,
  openMicrophone,
  listMicrophones,
  ownKey: async () => (await ownIdentity())?.key ?? '',
  warmUp: async () => {
    await Promise.all([prepare(engine), ownIdentity()]);
  },
};
