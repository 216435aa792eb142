import type { Method } from './index.ts';

export const consumeData: Method<'consumeData'> = (session, { channel }) =>
  session.admission.member.endpoint.consumeData(channel);
