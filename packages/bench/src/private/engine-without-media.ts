import type { Engine } from '@earshot/client';
import { nodeEngine } from '@earshot/client/node';
import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client';
import type { KeyLog } from './key-log.ts';

/** Joins, and sends and receives no more than letters, over the WebSocket: many stacks of WebRTC are more than one machine has. */
export function engineWithoutMedia(log: KeyLog): Engine {
  return log.engine({
    ...nodeEngine(),
    async createDevice() {
      const device = new Device({ handlerFactory: FakeHandler.createFactory(testFakeParameters) });
      const refuse = () => {
        throw new Error('there is no media here');
      };
      return Object.assign(device, { createSendTransport: refuse, createRecvTransport: refuse });
    },
  });
}
