import { iceServersFor } from '../../media/ice-servers.ts';
import type { Method } from './index.ts';

export const join: Method<'join'> = async (
  session,
  { room: roomName, identity, create, solution, ...params },
) => {
  const { registry, kin, guard, turn, clock } = session.context;
  const { room, member, others, consumers } = await session.join(async () => {
    const key = identity
      ? await kin.personOf(session.identity.prove(identity, roomName), identity.certificates)
      : '';
    const { addressPrefix, prefix } = session;
    guard.admit({ prefix, key }, { opens: !registry.isOpen(roomName), solution });
    const sources = new Set(params.sources);
    return registry.admit(roomName, { ...params, sources, key, addressPrefix, audience: session }, create);
  });
  return {
    room: { name: room.name, startedAtMs: room.startedAtMs, settings: room.settings, owned: room.owned },
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
