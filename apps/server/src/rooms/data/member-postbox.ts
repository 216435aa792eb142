import type { Clock } from '@earshot/lifetime';
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
      if (path === 'web_socket') audience.tell({ method: 'data', params: { packets: [packet] } });
      else endpoint.sendPacket(packet[0] === loosePacket ? 'loose' : 'reliable', packet);
    },
    onBad: (name) => audience.end(name),
  });
}
