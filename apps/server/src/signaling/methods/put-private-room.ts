import { limits, RpcError } from '@earshot/protocol';
import type { Method } from './index.ts';

export const putPrivateRoom: Method<'putPrivateRoom'> = async (
  session,
  { record, recordSecret, sealedMeta, identity, solution },
) => {
  const { privateRooms, kin, guard } = session.context;
  session.chargeForRecord();
  const wish = await privateRooms.read({ record, recordSecret, sealedMeta });
  const { name } = wish;
  const { prefix } = session;
  const ownerKey = identity
    ? await kin.personOf(session.identity.prove(identity, name), identity.certificates)
    : '';
  const { house } = guard;
  house.checkVisitor({
    key: ownerKey,
    deviceKey: session.identity.key,
    addressPrefix: session.addressPrefix,
  });
  const mayMake = () => house.checkNewRoom();
  const charge = () => guard.found({ prefix, key: ownerKey }, solution);
  try {
    await privateRooms.put(wish, { ownerKey, charge, mayMake });
  } catch (error) {
    if (error instanceof RpcError && error.puzzle) session.giveTime(limits.puzzleValidMs);
    throw error;
  }
  return { room: name };
};
