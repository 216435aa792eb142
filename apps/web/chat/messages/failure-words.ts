import type { RpcError } from '@earshot/protocol';
import type { PlainKey } from '../../i18n/translate.ts';

const words: Partial<Record<RpcError['error'], PlainKey>> = {
  rate_limited: 'chat.failedFast',
  puzzle_required: 'chat.failedFast',
  connection_lost: 'chat.failedConnection',
  timeout: 'chat.failedConnection',
  chat_slow: 'chat.failedSlow',
  chat_off: 'chat.failedOff',
  text_too_long: 'chat.failedLong',
};

/** Why the server held a message back. */
const heldWords: Readonly<Record<string, PlainKey>> = {
  repeated: 'chat.heldRepeated',
  links: 'chat.heldLinks',
  words: 'chat.heldWords',
};

/** Why a message was not sent, in a sentence. */
export function failureWords(failure: RpcError | undefined): PlainKey {
  const held = failure?.error === 'held' ? heldWords[failure.detail ?? ''] : undefined;
  return held ?? (failure && words[failure.error]) ?? 'chat.failed';
}
