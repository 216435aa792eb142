import type { Method } from './index.ts';

export const connectTransport: Method<'connectTransport'> = async (
  session,
  { transportId, dtlsParameters },
) => {
  await session.admission.member.connectTransport(transportId, dtlsParameters);
  return {};
};
