import type { Method } from './index.ts';

export const produceData: Method<'produceData'> = async (session, options) => {
  return { dataProducerId: await session.admission.member.endpoint.produceData(options) };
};
