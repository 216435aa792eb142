import type { Method } from './index.ts';

export const closeProducer: Method<'closeProducer'> = (session, { producerId }) => {
  session.streamOwner.closeProducer(producerId);
  return {};
};
