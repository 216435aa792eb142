'use client';

import { limits, roomTag } from '@earshot/protocol';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Words to find a room by, as chips. Enter, a comma or leaving the field adds one; Backspace in the empty field removes the last. */
export function TagField({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const full = tags.length >= limits.roomTags;
  const draft = full ? '' : roomTag(text);

  function add(): void {
    setText('');
    if (draft && !tags.includes(draft)) onChange([...tags, draft]);
  }

  function remove(tag: string): void {
    onChange(tags.filter((each) => each !== tag));
    field.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' && text.trim() !== '') || event.key === ',') {
      event.preventDefault();
      add();
    }
    const last = tags.at(-1);
    if (event.key === 'Backspace' && text === '' && last) remove(last);
  }

  return (
    <div className="grid gap-2">
      <TextField
        ref={field}
        label={t('plan.tags')}
        hint={t('plan.tagsHint', { count: limits.roomTags })}
        name="tags"
        value={text}
        readOnly={full}
        maxLength={64}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
        onBlur={add}
        action={text && <IconButton icon={Plus} label={t('plan.addTag')} onClick={add} />}
      />
      {(tags.length > 0 || draft) && (
        <ul aria-label={t('plan.tags')} className="-mt-1 flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex max-w-full items-center rounded-full border border-line bg-raised ps-3 text-sm font-medium"
            >
              <bdi className="truncate">{tag}</bdi>
              <button
                type="button"
                aria-label={t('plan.removeTag', { tag })}
                title={t('plan.removeTag', { tag })}
                onClick={() => remove(tag)}
                className="grid size-9 shrink-0 place-items-center rounded-full text-soft hover:text-ink"
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
          {/* Stands there before it is one: a chip that came when the field is left would move what is being pressed. */}
          {draft && !tags.includes(draft) && (
            <li
              aria-hidden="true"
              className="inline-flex min-h-9.5 max-w-full items-center rounded-full border border-line border-dashed ps-3 pe-9 text-sm font-medium text-soft"
            >
              <bdi className="truncate">{draft}</bdi>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
