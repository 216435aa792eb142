'use client';

import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import { parseRecents, recentsKey } from '../home/recents.ts';
import { useText } from '../i18n/language.ts';
import { LanguagePicker } from '../i18n/language-picker.tsx';
import { nameRoom, useRoomLabel } from '../room/room-label.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { readStored } from '../ui/stored.ts';
import { Waiting } from '../ui/waiting.tsx';
import { GateForm } from './gate-form.tsx';
import { GateOwner } from './gate-owner.tsx';
import { GateStopped } from './gate-stopped.tsx';
import { useDoor } from './use-door.ts';

/** Before the lobby of a private room: asks for what it takes, and goes on once that is right. */
export function Gate() {
  const t = useText();
  const { room } = useRoomAccess();
  const label = useRoomLabel();
  const { door, state } = useDoor(room);
  const [password, setPassword] = useState('');
  const knock = () => void door.knock();
  const remembered = useRemembered(room);

  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <title>{t('lobby.title', { room: label })}</title>
      <Masthead />
      <main className="mx-auto grid w-full max-w-xl flex-1 content-start gap-8 pt-2 pb-10 sm:pt-[8vh]">
        <div className="grid gap-3">
          <span className="grid size-14 place-items-center rounded-full bg-ink text-ground">
            <LockKeyhole aria-hidden="true" className="size-7" />
          </span>
          <h1 className="text-display font-bold wrap-anywhere">
            <bdi>{label}</bdi>
          </h1>
          {label !== t('gate.heading') && <p className="text-soft">{t('gate.heading')}</p>}
        </div>
        {state.at === 'knocking' && (
          <p role="status" className="flex items-center gap-3">
            <Waiting className="text-glow" />
            {t('entering.reading')}
          </p>
        )}
        {state.at === 'stopped' && <GateStopped stopped={state} onRetry={knock} />}
        {(state.at === 'asking' || state.at === 'unlocking') && (
          <GateForm
            door={door}
            state={state}
            remembered={remembered}
            password={password}
            onPassword={setPassword}
          />
        )}
        <GateOwner room={room} onChanged={knock} />
        {state.at === 'asking' && <p className="text-sm text-soft">{t('gate.memory')}</p>}
      </main>
      <footer className="flex justify-end pb-5">
        <LanguagePicker />
      </footer>
    </div>
  );
}

/** Whether this browser keeps the room already; then it knows what it is called. */
function useRemembered(room: string): boolean {
  const [recent] = useState(() => parseRecents(readStored(recentsKey)).find((each) => each.room === room));
  useEffect(() => {
    if (recent?.name) nameRoom(room, recent.name);
  }, [room, recent]);
  return recent !== undefined;
}
