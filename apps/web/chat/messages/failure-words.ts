import type { RpcError } from '@earshot/protocol';
import type { PlainKey } from '../../i18n/translate.ts';

const words: Partial<Record<RpcError['error'], PlainKey>> = {
  rate_limited: 'chat.failedFast',
  connection_lost: 'chat.failedConnection',
  timeout: 'chat.failedConnection',
  text_too_long: 'chat.failedLong',
};

/** Why a message was not sent, in a sentence. */
export function failureWords(failure: RpcError | undefined): PlainKey {
  return (failure && words[failure.error]) ?? 'chat.failed';
}
