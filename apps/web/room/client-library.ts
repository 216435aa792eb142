import type { Microphone } from '@earshot/client';
import type { Device } from '../devices/microphone-picker.tsx';
import type { VisitOptions } from './visit.ts';

/** What this page uses of the client library. It is heavy, so it comes while somebody is in the lobby. */
export interface ClientLibrary {
  join: VisitOptions['join'];
  openMicrophone(options: { deviceId?: string }): Promise<Microphone>;
  listMicrophones(): Promise<readonly Device[]>;
  warmUp(): Promise<void>;
}

let loading: Promise<ClientLibrary> | undefined;

/** Loads the client library once; after a failure the next call tries again. */
export function clientLibrary(): Promise<ClientLibrary> {
  loading ??= import('./browser-client.ts').then(
    ({ browserClient }) => browserClient,
    (cause) => {
      loading = undefined;
      throw Object.assign(new Error('The client library did not load', { cause }), {
        name: 'ChunkLoadError',
      });
    },
  );
  return loading;
}

export async function listMicrophones(): Promise<readonly Device[]> {
  return (await clientLibrary()).listMicrophones();
}
