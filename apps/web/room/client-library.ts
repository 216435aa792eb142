import type { BrowserMicrophone, OpenMicrophoneOptions } from '@earshot/client/browser';
import type { Device } from '../devices/device-choice.ts';
import { interpreter } from '../i18n/language.ts';
import type { OutputDesk } from '../listening/output-desk.ts';
import type { Capture } from '../stage/share-desk.ts';
import type { VisitOptions } from './visit.ts';

/** What this page uses of the client library. It is heavy, so it comes while somebody is in the lobby. */
export interface ClientLibrary extends Capture {
  join: VisitOptions['join'];
  openMicrophone(options: OpenMicrophoneOptions): Promise<BrowserMicrophone>;
  listMicrophones(): Promise<readonly Device[]>;
  /** The key by which the others know this person again; empty where there is none. */
  ownKey(): Promise<string>;
  /** Where the sound comes out. */
  readonly outputs: OutputDesk;
  warmUp(): Promise<void>;
}

let loading: Promise<ClientLibrary> | undefined;

/**
 * Loads the client library once, and with it the words for the room it leads to; after a failure the next
 * call tries again.
 */
export function clientLibrary(): Promise<ClientLibrary> {
  // The protocol first: evaluated in one piece, the two would hold a slow phone up.
  const client = () => import('@earshot/protocol').then(() => import('./browser-client.ts'));
  loading ??= Promise.all([client(), interpreter.whole()]).then(
    ([{ browserClient }]) => browserClient,
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
