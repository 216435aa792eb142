'use client';

import type { MemberId } from '@earshot/client';
import { useText } from '../../i18n/language.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useChatPart } from '../use-chat.ts';
import { useNames } from '../use-names.ts';

/** Who writes just now. It is seen, and not said to screen readers at each key. */
export function TypingLine() {
  const t = useText();
  const nameOf = useNames();
  const typing = useChatPart((chat) => chat.typing);
  return (
    <p aria-hidden="true" className="flex h-6 shrink-0 items-center gap-2 px-4 text-soft text-sm">
      {typing.length > 0 && (
        <>
          <Waiting className="scale-75" />
          <bdi className="truncate">{sentence(typing)}</bdi>
        </>
      )}
    </p>
  );

  function sentence([first, second, ...more]: readonly MemberId[]): string {
    if (first === undefined) return '';
    if (second === undefined) return t('chat.typingOne', { name: nameOf(first) });
    if (more.length > 0) return t('chat.typingMany');
    return t('chat.typingTwo', { first: nameOf(first), second: nameOf(second) });
  }
}
