import { iceServersFor } from '../../media/ice-servers.ts';
import type { Method } from './index.ts';

export const join: Method<'join'> = async (session, { room: roomName, name, rtpCapabilities, returning }) => {
  const { registry, turn, clock } = session.context;
  const { room, member, others, consumers } = await session.join(() =>
    registry.admit(roomName, { name, rtpCapabilities, audience: session, returning }),
  );
  return {
    room: { name: room.name, startedAtMs: room.startedAtMs },
    self: member.view(),
    returnToken: member.returnToken,
    members: others,
    routerRtpCapabilities: room.routerRtpCapabilities,
    iceServers: iceServersFor(member.id, turn, clock),
    sendTransport: member.endpoint.sendTransport,
    recvTransport: member.endpoint.recvTransport,
    consumers: [...consumers],
  };
};
