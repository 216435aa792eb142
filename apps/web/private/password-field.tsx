'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, type Ref, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A password, hidden until one wants to see it. */
export function PasswordField({
  label,
  value,
  hint,
  error,
  readOnly = false,
  ref,
  onChange,
}: {
  label: string;
  value: string;
  hint?: ReactNode;
  error?: string | undefined;
  readOnly?: boolean;
  ref?: Ref<HTMLInputElement>;
  onChange: (password: string) => void;
}) {
  const t = useText();
  const [shown, setShown] = useState(false);

  /** Words that were sent one below the other: a line of text would put them together without a space. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const words = text.trim().replaceAll(/\s+/g, ' ');
    onChange(
      value.slice(0, selectionStart ?? value.length) + words + value.slice(selectionEnd ?? value.length),
    );
  }

  return (
    <TextField
      ref={ref}
      label={label}
      hint={hint}
      error={error}
      name="password"
      type={shown ? 'text' : 'password'}
      value={value}
      maxLength={1_024}
      readOnly={readOnly}
      autoCorrect="off"
      onChange={({ target }) => onChange(target.value)}
      onPaste={paste}
      action={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'phrase.hide' : 'phrase.show')}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
