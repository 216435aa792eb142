'use client';

import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { parseRecents, recentsKey } from '../home/recents.ts';
import { useText } from '../i18n/language.ts';
import { LanguagePicker } from '../i18n/language-picker.tsx';
import { nameRoom, useRoomLabel } from '../room/room-label.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret, holdSecret, onSecrets } from '../room/room-secrets.ts';
import { Button } from '../ui/button.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { readStored } from '../ui/stored.ts';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { Waiting } from '../ui/waiting.tsx';
import { privateWords } from './entry-words.ts';
import { GateOwner } from './gate-owner.tsx';
import { GateStopped } from './gate-stopped.tsx';
import { Making } from './making.tsx';
import { PasswordField } from './password-field.tsx';
import { RememberBox } from './remember-box.tsx';
import { useDoor } from './use-door.ts';
import { WholeLinkField } from './whole-link-field.tsx';

/** Before the lobby of a private room: asks for what it takes, and works the keys out of it. */
export function Gate() {
  const t = useText();
  const { room } = useRoomAccess();
  const label = useRoomLabel();
  const { state, knock, unlock, cancel } = useDoor(room);
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
        {state.at === 'unlocking' && (
          <div className="rounded-lg border border-line bg-surface p-5 shadow-card">
            <Making step={state.step} onCancel={cancel} />
          </div>
        )}
        {state.at === 'asking' && (
          <Asking mode={state.door.mode} remembered={remembered} onPassword={unlock} />
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

const explanations = { password: 'gate.password', both: 'gate.both', link: 'gate.link' } as const;

function Asking({
  mode,
  remembered,
  onPassword,
}: {
  mode: 'password' | 'link' | 'both';
  remembered: boolean;
  onPassword: (password: string) => void;
}) {
  const t = useText();
  const { room } = useRoomAccess();
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(remembered);
  const [tried, setTried] = useState(false);
  const key = useSyncExternalStore(onSecrets, () => heldSecret(room).linkKey);
  const lacksKey = mode !== 'password' && (key === undefined || key === 'broken');
  const keyless = privateWords('no_link_key', mode);
  const field = useFocusOnMount<HTMLInputElement>(!lacksKey);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (lacksKey) return;
    if (mode !== 'link' && password.trim() === '') return field.current?.focus();
    holdSecret(room, { remember });
    onPassword(password);
  }

  return (
    <form
      noValidate
      onSubmit={submit}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6"
    >
      <p className="text-soft">{t(explanations[mode])}</p>
      {lacksKey && (
        <>
          <p role="alert" className="rounded-md bg-alert-ground p-4">
            <span className="font-semibold text-alert">{t(keyless.what)}</span> {t(keyless.next)}
          </p>
          <WholeLinkField
            room={room}
            focused={true}
            onKey={() => (mode === 'link' ? onPassword('') : field.current?.focus())}
          />
        </>
      )}
      {mode !== 'link' && (
        <PasswordField
          ref={field}
          label={t('gate.field')}
          hint={t('gate.fieldHint')}
          error={tried && password.trim() === '' ? t('gate.fieldEmpty') : undefined}
          value={password}
          onChange={setPassword}
        />
      )}
      <RememberBox on={remember} onChange={setRemember} />
      <Button type="submit" look="voice" className="min-h-14 text-lg" aria-disabled={lacksKey}>
        {t('gate.open')}
      </Button>
    </form>
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
