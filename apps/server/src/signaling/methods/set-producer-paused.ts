import type { Method } from './index.ts';

export const setProducerPaused: Method<'setProducerPaused'> = async (session, { producerId, paused }) => {
  await session.streamOwner.setProducerPaused(producerId, paused);
  return {};
};
