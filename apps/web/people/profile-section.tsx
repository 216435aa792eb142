'use client';

import type { RpcError } from '@earshot/client';
import { cleanName, graphemes, limits } from '@earshot/protocol';
import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { nameKey } from '../lobby/use-name.ts';
import { useInside } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { writeStored } from '../ui/stored.ts';
import { TextField } from '../ui/text-field.tsx';
import { EmojiChoice } from './emoji-choice.tsx';
import { writeProfile } from './own-profile.ts';
import { PersonAvatar } from './person-avatar.tsx';
import { ShortName } from './short-name.tsx';

/** So many left and the counter shows. */
const countFrom = 20;

/** How the others see one: name, emoji and a line. Saved here and shown there with one press. */
export function ProfileSection() {
  const t = useText();
  const { room } = useInside();
  const { visit } = useRoomAccess();
  const [{ self }] = useState(() => room.snapshot);
  const [name, setName] = useState(self.name);
  const [emoji, setEmoji] = useState(self.profile?.emoji ?? '');
  const [status, setStatus] = useState(self.profile?.status ?? '');
  const [state, setState] = useState<'editing' | 'saving' | 'saved' | 'refused' | 'words'>('editing');

  const nameProblem = !cleanName(name)
    ? t('lobby.nameEmpty')
    : tooMany(name, limits.memberNameGraphemes, (count) => t('profile.tooLong', { count }));
  const statusProblem = tooMany(status, limits.statusGraphemes, (count) => t('profile.tooLong', { count }));
  const statusLeft = limits.statusGraphemes - graphemes(status);
  const edit = (set: (text: string) => void) => (text: string) => {
    set(text);
    setState('editing');
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    if (nameProblem || statusProblem || state === 'saving') return;
    const profile = { name: cleanName(name), emoji, status: cleanName(status) };
    setState('saving');
    try {
      await room.setProfile(profile);
      writeStored(nameKey, profile.name);
      writeProfile(profile);
      visit.rename(profile.name);
      setState('saved');
    } catch (error) {
      setState((error as Partial<RpcError> | undefined)?.error === 'words_refused' ? 'words' : 'refused');
    }
  }

  return (
    <form onSubmit={save} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex items-center gap-4">
        <PersonAvatar
          member={{ ...self, name, profile: { emoji, status } }}
          className="w-20 shrink-0 text-3xl"
        />
        <div className="min-w-0">
          <p className="truncate text-lg font-semibold">
            <bdi>{name}</bdi>
          </p>
          <p className="truncate text-soft">
            <bdi>{status}</bdi>
          </p>
          <ShortName ofKey={self.key} />
        </div>
      </div>
      <TextField
        label={t('lobby.name')}
        hint={t('lobby.nameHint')}
        value={name}
        error={nameProblem}
        onChange={(event) => edit(setName)(event.target.value)}
      />
      <EmojiChoice chosen={emoji} onChoose={edit(setEmoji)} />
      <TextField
        label={t('profile.status')}
        hint={statusLeft <= countFrom ? t('profile.left', { count: statusLeft }) : t('profile.statusHint')}
        error={statusProblem}
        value={status}
        onChange={(event) => edit(setStatus)(event.target.value)}
      />
      {state === 'words' && <Notice what={t('profile.words')} next={t('profile.wordsNext')} />}
      {state === 'refused' && <Notice what={t('profile.refused')} next={t('profile.refusedNext')} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="on" aria-disabled={state === 'saving'}>
          {t('profile.save')}
        </Button>
        <p role="status" className="text-soft">
          {state === 'saved' && t('profile.saved')}
        </p>
      </div>
    </form>
  );
}

function tooMany(text: string, limit: number, words: (count: number) => string): string | undefined {
  const over = graphemes(cleanName(text)) - limit;
  return over > 0 ? words(over) : undefined;
}
