'use client';

import type { Message } from '@earshot/client';
import { useLanguage } from '../../i18n/language.ts';
import { useChat } from '../use-chat.ts';
import { useNames } from '../use-names.ts';

/** What others made of a message: each emoji once, with how many and who. A press joins in or takes it back. */
export function ReactionChips({ message: { id, reactions, own: mine } }: { message: Message }) {
  const { t, format } = useLanguage();
  const chat = useChat();
  const nameOf = useNames();
  if (reactions.length === 0) return null;

  return (
    <ul className={`mt-1 flex flex-wrap gap-1 ${mine ? 'justify-end' : ''}`}>
      {reactions.map(({ emoji, by, own }) => {
        const names = format.list([...new Set(by.map(nameOf))]);
        // It begins with what is seen, so that who speaks to the machine can name it.
        const label = `${emoji}${format.number(by.length)} ${t('chat.reaction', { names })}`;
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={own}
              aria-label={label}
              title={t('chat.reaction', { names })}
              onClick={() => chat.react(id, emoji, !own)}
              className="flex min-h-7 items-center gap-1 rounded-full border border-line bg-surface px-2 text-sm hover:border-edge aria-pressed:border-focus aria-pressed:bg-sunken pointer-coarse:min-h-9"
            >
              <span aria-hidden="true">{emoji}</span>
              <span aria-hidden="true" className="font-semibold text-xs tabular-nums">
                {format.number(by.length)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
