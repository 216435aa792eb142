import { type ChatCommand, limits, RpcError, SealedEmoji } from '@earshot/protocol';

/**
 * In an encrypted room nothing is written in the clear, and in another one nothing is sealed: nobody there has
 * the keys, and moderators could not read it.
 * @throws RpcError `encryption_required`, `malformed_data`, `text_too_long`
 */
export function checkSealing(command: ChatCommand, encrypted: boolean): void {
  if (command.do === 'delete') return;
  const sealed =
    command.do === 'send' ? command.sealed !== undefined : SealedEmoji.safeParse(command.emoji).success;
  if (encrypted && !sealed) throw new RpcError('encryption_required');
  if (!encrypted && sealed) throw new RpcError('malformed_data', { detail: 'the room is not encrypted' });
  if (command.do !== 'send' || !command.sealed) return;
  if (command.text !== '' || command.file) throw new RpcError('encryption_required');
  if (command.sealed.length === 0) throw new RpcError('malformed_data', { detail: 'nothing is sealed' });
  if (command.sealed.length > limits.sealedChatBytes) throw new RpcError('text_too_long');
}
