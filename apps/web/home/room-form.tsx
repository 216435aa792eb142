'use client';

import { graphemes, limits, roomSlug } from '@earshot/protocol';
import { Dices } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useInBrowser } from '../ui/in-browser.ts';
import { TextField } from '../ui/text-field.tsx';
import { randomRoomName } from './random-names.ts';
import { readableLink, roomPath } from './room-link.ts';

/** Names a room and goes there. */
export function RoomForm() {
  const { t, nameWords } = useLanguage();
  const [text, setText] = useState('');
  const [error, setError] = useState<'home.empty' | 'home.invalid'>();
  const field = useRef<HTMLInputElement>(null);
  const host = useInBrowser(() => location.host, '');
  const room = roomSlug(text);

  function change(next: string) {
    setText(next);
    setError(undefined);
  }

  function open(event: FormEvent) {
    event.preventDefault();
    if (room) return location.assign(roomPath(room));
    setError(text.trim() ? 'home.invalid' : 'home.empty');
    field.current?.focus();
  }

  function hint(): string {
    if (!room) return t('home.hint');
    const link = readableLink(host, room);
    const cut = graphemes(text.trim()) > limits.roomNameGraphemes;
    return cut ? t('home.linkCut', { link, count: limits.roomNameGraphemes }) : t('home.link', { link });
  }

  return (
    <form onSubmit={open} noValidate className="grid gap-3">
      <TextField
        ref={field}
        label={t('home.field')}
        name="room"
        value={text}
        onChange={(event) => change(event.target.value)}
        maxLength={256}
        enterKeyHint="go"
        error={error && t(error)}
        hint={hint()}
        action={
          <IconButton
            icon={Dices}
            label={t('home.dice')}
            onClick={() => change(randomRoomName(nameWords, Math.random))}
          />
        }
      />
      <Button type="submit" look="voice" className="min-h-14 text-lg">
        {t('home.open')}
      </Button>
    </form>
  );
}
