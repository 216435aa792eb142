import type { RoomEnd } from '@earshot/client';
import type { TextKey } from '../i18n/translate.ts';

/** What to say when a room is over, by why it is. */
export const endCopy = {
  left: { what: 'ended.left', next: 'ended.leftNext' },
  removed: { what: 'ended.removed', next: 'ended.removedNext' },
  votedOut: { what: 'ended.votedOut', next: 'ended.votedOutNext' },
  banned: { what: 'ended.banned', next: 'ended.bannedNext' },
  unlinked: { what: 'ended.unlinked', next: 'ended.unlinkedNext' },
  barred: { what: 'ended.barred', next: 'ended.barredNext' },
  room_closed: { what: 'ended.room_closed', next: 'ended.room_closedNext' },
  not_proved: { what: 'ended.not_proved', next: 'ended.not_provedNext' },
  connection_lost: { what: 'ended.connection_lost', next: 'ended.connection_lostNext' },
  media_failed: { what: 'ended.media_failed', next: 'ended.media_failedNext' },
  server_stopping: { what: 'ended.server_stopping', next: 'ended.server_stoppingNext' },
  failed: { what: 'ended.failed', next: 'ended.failedNext' },
} as const satisfies Record<RoomEnd['reason'] | 'votedOut', { what: TextKey; next: TextKey }>;
