'use client';

import type { MessageId } from '@earshot/client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Active {
  /** The one message that shows what can be done with it: under the pointer, focused, or pressed for long. */
  readonly activeId: MessageId | undefined;
  activate(id: MessageId | undefined): void;
  /** The message that an emoji is being picked for. */
  readonly picking: MessageId | undefined;
  pickFor(id: MessageId | undefined): void;
  /** The message that the next one answers. */
  readonly replyTo: MessageId | undefined;
  reply(id: MessageId | undefined): void;
  /** What is to be written differently and sent once more, with its file; a new object each time. */
  readonly redraft: { readonly text: string; readonly file: File | undefined } | undefined;
  rewrite(text: string, file: File | undefined): void;
  /** Brings a message into view and points at it. */
  jump(id: MessageId): void;
}

const ActiveContext = createContext<Active | undefined>(undefined);

/** What the reader's hands are on. One for a panel. */
export function ActiveProvider({
  jump,
  onReply,
  children,
}: {
  jump: (id: MessageId) => void;
  onReply: () => void;
  children: ReactNode;
}) {
  const [activeId, activate] = useState<MessageId>();
  const [picking, pickFor] = useState<MessageId>();
  const [replyTo, setReplyTo] = useState<MessageId>();
  const [redraft, setRedraft] = useState<Active['redraft']>();
  const active = useMemo(
    () => ({
      activeId,
      activate,
      picking,
      pickFor,
      replyTo,
      reply: (id: MessageId | undefined) => {
        setReplyTo(id);
        if (id !== undefined) onReply();
      },
      redraft,
      rewrite: (text: string, file: File | undefined) => setRedraft({ text, file }),
      jump,
    }),
    [activeId, picking, replyTo, redraft, jump, onReply],
  );
  return <ActiveContext value={active}>{children}</ActiveContext>;
}

export function useActive(): Active {
  const active = useContext(ActiveContext);
  if (!active) throw new Error('useActive outside of a chat');
  return active;
}
