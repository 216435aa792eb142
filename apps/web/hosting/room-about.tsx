'use client';

import { Globe, Lock, type LucideIcon, MessageCircleOff, Mic, Pencil, Timer } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { RoleMark } from './role-mark.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

/** What the room is about, as everyone sees it, and for its owner the way to change that. */
export function RoomAbout() {
  const t = useText();
  const format = useFormat();
  const { hosting } = useInside().room;
  const { settings, owned } = useSnapshot((snapshot) => snapshot.room);
  const changeable = useSnapshot(() => owned && hosting.can('setRoomSettings'));
  const [editing, setEditing] = useState(false);
  const { topic, tags, language, listed, locked, speaking, newcomersListenMinutes, chat, slowChatSeconds } =
    settings;

  return (
    <>
      {topic && (
        <p dir="auto" className="wrap-anywhere">
          {topic}
        </p>
      )}
      {(tags.length > 0 || language) && (
        <p className="flex flex-wrap gap-x-3 text-sm text-soft">
          {language && (
            <span>
              <span className="sr-only">{t('square.language')} </span>
              {format.language(language)}
            </span>
          )}
          {tags.map((tag) => (
            <bdi key={tag} className="max-w-full truncate">
              <span aria-hidden="true">#</span>
              {tag}
            </bdi>
          ))}
        </p>
      )}
      {owned && (
        <ul className="flex flex-wrap gap-1.5 empty:hidden">
          {locked && <Fact icon={Lock} words={t('about.locked')} />}
          {listed && <Fact icon={Globe} words={t('about.listed')} />}
          {speaking === 'everyone' && newcomersListenMinutes > 0 && (
            <Fact
              icon={Mic}
              words={t('about.newcomers', { time: format.duration(newcomersListenMinutes * 60_000) })}
            />
          )}
          {speaking === 'invited' && <Fact icon={Mic} words={t('about.stage')} />}
          {chat === 'off' && <Fact icon={MessageCircleOff} words={t('about.chatOff')} />}
          {chat === 'on' && slowChatSeconds > 0 && (
            <Fact icon={Timer} words={t('chat.slow', { time: format.duration(slowChatSeconds * 1_000) })} />
          )}
        </ul>
      )}
      {changeable && (
        <Button
          pad="snug"
          className="justify-self-start"
          aria-haspopup="dialog"
          onClick={() => setEditing(true)}
        >
          <Pencil aria-hidden="true" className="size-4.5 shrink-0" />
          {t('about.edit')}
        </Button>
      )}
      {editing && <SettingsDialog onClose={() => setEditing(false)} />}
    </>
  );
}

function Fact({ icon: Icon, words }: { icon: LucideIcon; words: string }) {
  return (
    <li className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-sunken px-3 text-sm font-medium">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
      {words}
    </li>
  );
}

/** Who keeps order here just now. */
export function RoomHosts() {
  const t = useText();
  const owned = useSnapshot((snapshot) => snapshot.room.owned);
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  const everyone = [self, ...members];
  const hosts = [
    ...everyone.filter(({ role }) => role === 'owner'),
    ...everyone.filter(({ role }) => role === 'moderator'),
  ];
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold">{t('about.hosts')}</h3>
      {!owned && <p className="text-soft">{t('about.ownerless')}</p>}
      {owned && hosts.length === 0 && <p className="text-soft">{t('about.noHosts')}</p>}
      <ul className="grid gap-1 empty:hidden">
        {owned &&
          hosts.map((member) => (
            <li key={member.id} className="flex min-h-10 items-center gap-3">
              <PersonAvatar member={member} className="w-8 shrink-0 text-xs" />
              <bdi className="min-w-0 truncate">{member.name}</bdi>
              <RoleMark member={member} />
              {member === self && <span className="text-sm text-soft">{t('room.you')}</span>}
            </li>
          ))}
      </ul>
    </section>
  );
}
