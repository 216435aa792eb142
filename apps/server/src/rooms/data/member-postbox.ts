import type { Clock } from '@earshot/lifetime';
import { limits } from '@earshot/protocol';
import type { MediaEndpoint } from '../../media/media-plane.ts';
import type { Audience } from '../announcement.ts';
import { Postbox, type Take } from './postbox.ts';

interface MemberPostboxOptions {
  clock: Clock;
  endpoint: MediaEndpoint;
  audience: Audience;
  take: Take;
}

const loosePacket = 2;

/** The postbox of a member, on the two ways to them: data channels and their session. */
export function openPostbox({ clock, endpoint, audience, take }: MemberPostboxOptions): Postbox {
  return new Postbox({
    clock,
    take,
    transmit: (path, packet) => {
      const loose = packet[0] === loosePacket;
      if (path === 'data_channel') endpoint.sendPacket(loose ? 'loose' : 'reliable', packet);
      // Nothing acknowledges these: others could fill the line with them until it is cut for being slow.
      else if (!loose || audience.waitingBytes <= limits.dataLooseWaitingBytes)
        audience.tell({ method: 'data', params: { packets: [packet] } });
    },
    onBad: (name) => audience.end(name),
  });
}
