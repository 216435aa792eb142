import type { Chat, ChatSnapshot, MessageId } from '@earshot/client';
import { useCallback, useSyncExternalStore } from 'react';
import { useInside } from '../room/inside.tsx';

export function useChat(): Chat {
  return useInside().room.chat;
}

/** A part of the chat's snapshot; draws again when that part changes. It has to be the same object while nothing did. */
export function useChatPart<Part>(select: (snapshot: ChatSnapshot) => Part): Part {
  const chat = useChat();
  const read = () => select(chat.snapshot);
  return useSyncExternalStore(
    useCallback((listener) => chat.subscribe(listener), [chat]),
    read,
    read,
  );
}

export function useMessage(id: MessageId | undefined) {
  return useChatPart(({ messages }) =>
    id === undefined ? undefined : messages.findLast((message) => message.id === id),
  );
}
