import type { Method } from './index.ts';

export const actionLog: Method<'actionLog'> = (session, { before }) =>
  session.admission.room.hosting.log.page(before);
