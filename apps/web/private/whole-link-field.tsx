'use client';

import { useState } from 'react';
import { roomFromPath } from '../home/room-link.ts';
import { useText } from '../i18n/language.ts';
import { holdSecret, linkKeyOf } from '../room/room-secrets.ts';
import { TextField } from '../ui/text-field.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';

/** For a link that lost its key on the way: takes it from the whole one. */
export function WholeLinkField({
  room,
  focused = false,
  onKey,
}: {
  room: string;
  /** Has the focus when it appears. */
  focused?: boolean;
  onKey?: () => void;
}) {
  const t = useText();
  const field = useFocusOnMount<HTMLInputElement>(focused);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'gate.wholeLinkWrong' | 'gate.otherRoom'>();

  function change(next: string) {
    setText(next);
    setProblem(undefined);
    if (!next.includes('#')) return;
    const key = linkKeyOf(next);
    if (key === 'broken') return setProblem('gate.wholeLinkWrong');
    if (URL.canParse(next) && roomFromPath(new URL(next).pathname) !== room)
      return setProblem('gate.otherRoom');
    holdSecret(room, { linkKey: key });
    onKey?.();
  }

  return (
    <TextField
      ref={field}
      label={t('gate.wholeLink')}
      hint={t('gate.wholeLinkHint')}
      error={problem && t(problem)}
      name="link"
      value={text}
      maxLength={1_024}
      onChange={({ target }) => change(target.value)}
    />
  );
}
