import { isPrivateRoom } from '@earshot/protocol';
import { iceServersFor } from '../../media/ice-servers.ts';
import type { Method } from './index.ts';

export const join: Method<'join'> = async (
  session,
  { room: roomName, identity, create, solution, proof, card, ...params },
) => {
  const { registry, privateRooms, kin, guard, turn, clock } = session.context;
  const { room, member, others, consumers } = await session.join(async () => {
    const key = identity
      ? await kin.personOf(session.identity.prove(identity, roomName), identity.certificates)
      : '';
    const { addressPrefix, prefix } = session;
    guard.admit({ prefix, key }, { opens: !registry.isOpen(roomName), solution });
    const proved =
      isPrivateRoom(roomName) && proof ? await session.privateEntry.answer(roomName, proof) : undefined;
    const sources = new Set(params.sources);
    const pass = { card, proved };
    const deviceKey = session.identity.key;
    const applicant = { ...params, sources, key, deviceKey, addressPrefix, pass, audience: session };
    return registry.admit(roomName, applicant, create);
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
    ...(member.pass.proved && { private: privateRooms.provedIn(room.name, member.pass.proved) }),
  };
};
