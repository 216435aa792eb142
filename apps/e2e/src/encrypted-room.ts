import { defaultRoomSettings, newIdentity } from '@earshot/client';
import { Robot } from './node/robot.ts';

/**
 * Makes an open room that is encrypted. Somebody stays in it, so that it does, and hears and says nothing.
 * @returns them, and the key that its link ends with
 */
export async function makeEncryptedRoom(options: {
  server: string;
  room: string;
}): Promise<{ keeper: Robot; linkKey: Uint8Array<ArrayBuffer> }> {
  const linkKey = crypto.getRandomValues(new Uint8Array(32));
  const keeper = await Robot.join({
    ...options,
    name: 'Keeper',
    identity: newIdentity(),
    secret: { linkKey },
    create: { ...defaultRoomSettings, encrypted: true },
  });
  return { keeper, linkKey };
}
