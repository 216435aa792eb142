import type { Method } from './index.ts';

export const setProducerPaused: Method<'setProducerPaused'> = async (session, { producerId, paused }) => {
  if (!paused) session.chargeForStream();
  await session.admission.member.setProducerPaused(producerId, paused);
  return {};
};
