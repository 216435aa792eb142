import { iceServersFor } from '../../media/ice-servers.ts';
import type { Method } from './index.ts';

export const join: Method<'join'> = async (session, { room: roomName, identity, ...params }) => {
  const { registry, kin, turn, clock } = session.context;
  const { room, member, others, consumers } = await session.join(async () => {
    const key = identity
      ? await kin.personOf(session.identity.prove(identity, roomName), identity.certificates)
      : '';
    return registry.admit(roomName, { ...params, sources: new Set(params.sources), key, audience: session });
  });
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
