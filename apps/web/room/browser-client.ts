import { joinRoom, prepare } from '@earshot/client';
import { browserEngine, listMicrophones, openMicrophone, ownIdentity } from '@earshot/client/browser';
import type { ClientLibrary } from './client-library.ts';
import { serverAddress } from './server-address.ts';

const engine = browserEngine();

/** The client library as this page uses it. Loaded by itself, beside the lobby. */
export const browserClient: ClientLibrary = {
  join: (options) => joinRoom({ ...options, server: serverAddress(), engine, identity: ownIdentity() }),
  openMicrophone,
  listMicrophones,
  ownKey: async () => (await ownIdentity())?.key ?? '',
  warmUp: async () => {
    await Promise.all([prepare(engine), ownIdentity()]);
  },
};
