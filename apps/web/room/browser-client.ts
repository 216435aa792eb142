import type { ClientLibrary } from './client-library.ts';

export const browserClient: ClientLibrary = {
  join: () => Promise.reject(new Error('not there yet')),
  openMicrophone: () => Promise.reject(new Error('not there yet')),
  listMicrophones: () => Promise.resolve([]),
  warmUp: () => Promise.resolve(),
};
