import { joinRoom, prepare } from '@earshot/client';
import { browserEngine, listMicrophones, openMicrophone } from '@earshot/client/browser';
import type { ClientLibrary } from './client-library.ts';
import { serverAddress } from './server-address.ts';

const engine = browserEngine();

/** The client library as this page uses it. Loaded by itself, beside the lobby. */
export const browserClient: ClientLibrary = {
  join: (options) => joinRoom({ ...options, server: serverAddress(), engine }),
  openMicrophone,
  listMicrophones,
  warmUp: () => prepare(engine),
};
