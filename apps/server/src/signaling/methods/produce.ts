import type { Method } from './index.ts';

export const produce: Method<'produce'> = async (session, stream) => {
  session.chargeForStream();
  return { producerId: await session.admission.member.produce(stream) };
};
