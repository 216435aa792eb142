import type { Method } from './index.ts';

export const closeProducer: Method<'closeProducer'> = (session, { producerId }) => {
  session.admission.member.closeProducer(producerId);
  return {};
};
