import type { BrowserMicrophone } from '@earshot/client/browser';
import type { MicrophoneProblem } from './microphone-problem.ts';

/** Where the one microphone of this page is on its way. */
export type MicrophoneState =
  | { readonly at: 'closed' }
  | { readonly at: 'opening' }
  /** The one in use has gone, and the system's choice is asked for. */
  | { readonly at: 'replacing' }
  | {
      readonly at: 'open';
      readonly microphone: BrowserMicrophone;
      /** Why another device could not take over. */
      readonly problem?: MicrophoneProblem;
    }
  | { readonly at: 'refused'; readonly problem: MicrophoneProblem };

/** A change of devices that nobody asked for. Names are empty where the browser keeps them. */
export interface DeviceNews {
  readonly what: 'fell_back' | 'came_back' | 'new_default';
  readonly gone: string;
  readonly now: string;
}
