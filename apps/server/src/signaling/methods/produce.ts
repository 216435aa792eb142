import type { Method } from './index.ts';

export const produce: Method<'produce'> = async (session, stream) => ({
  producerId: await session.streamOwner.produce(stream),
});
