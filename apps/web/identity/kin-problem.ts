import { RpcError } from '@earshot/protocol';
import type { PlainKey } from '../i18n/translate.ts';

/** What can be wrong about one's devices, as far as it changes what to tell people. */
export type KinProblem =
  | 'expired'
  | 'offline'
  | 'busy'
  | 'full'
  | 'taken'
  | 'declined'
  | 'words'
  | 'no_key'
  | 'unknown_code'
  | 'was_unlinked'
  | 'key_revoked'
  | 'failed';

export const kinProblems: Readonly<Record<KinProblem, { what: PlainKey; next: PlainKey }>> = {
  expired: { what: 'kinProblem.expired', next: 'kinProblem.expiredNext' },
  offline: { what: 'kinProblem.offline', next: 'kinProblem.offlineNext' },
  busy: { what: 'kinProblem.busy', next: 'kinProblem.busyNext' },
  full: { what: 'kinProblem.full', next: 'kinProblem.fullNext' },
  taken: { what: 'kinProblem.taken', next: 'kinProblem.takenNext' },
  declined: { what: 'kinProblem.declined', next: 'kinProblem.declinedNext' },
  words: { what: 'kinProblem.words', next: 'kinProblem.wordsNext' },
  no_key: { what: 'kinProblem.noKey', next: 'kinProblem.noKeyNext' },
  unknown_code: { what: 'kinProblem.unknownCode', next: 'kinProblem.unknownCodeNext' },
  was_unlinked: { what: 'kinProblem.wasUnlinked', next: 'kinProblem.wasUnlinkedNext' },
  key_revoked: { what: 'kinProblem.keyRevoked', next: 'kinProblem.keyRevokedNext' },
  failed: { what: 'kinProblem.failed', next: 'kinProblem.failedNext' },
};

/** The problem behind whatever was thrown. @param missing what it means that something is not found */
export function kinProblem(error: unknown, missing: KinProblem = 'failed'): KinProblem {
  if (!(error instanceof RpcError)) return 'failed';
  switch (error.error) {
    case 'connection_lost':
    case 'server_stopping':
      return 'offline';
    case 'rate_limited':
    case 'server_full':
      return 'busy';
    case 'too_many_devices':
      return 'full';
    case 'wrong_state':
      return 'taken';
    case 'words_refused':
      return 'words';
    case 'not_found':
      return missing;
    default:
      return 'failed';
  }
}
