import type { Method } from './index.ts';

export const listBans: Method<'listBans'> = (session) => ({
  bans: session.admission.room.hosting.bans.list(),
});
