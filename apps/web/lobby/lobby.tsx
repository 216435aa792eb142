'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { Dices } from 'lucide-react';
import { type FormEvent, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { MicrophoneCheck } from '../devices/microphone-check.tsx';
import { watchMicrophonePermission } from '../devices/permission.ts';
import { readPlan } from '../home/create-plan.ts';
import { interpreter, useLanguage } from '../i18n/language.ts';
import { LanguagePicker } from '../i18n/language-picker.tsx';
import { listMicrophones } from '../room/client-library.ts';
import { EntryProgress, EntryRefused } from '../room/entry-progress.tsx';
import { useRoomLabel, useSealedTopic } from '../room/room-label.ts';
import { useMicrophone, useRoomAccess } from '../room/room-provider.tsx';
import type { Entrance, Entry } from '../room/visit-state.ts';
import { useCalm } from '../ui/calm.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useInBrowser } from '../ui/in-browser.ts';
import { Masthead } from '../ui/masthead.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { readStored } from '../ui/stored.ts';
import { TextField } from '../ui/text-field.tsx';
import { AwakeControls } from './awake-controls.tsx';
import { Entrances } from './entrances.tsx';
import { rememberHabit, usuallyTalks } from './habit.ts';
import { Portrait, usePortrait } from './portrait.tsx';
import { RoomName } from './room-name.tsx';
import { nameKey, useName } from './use-name.ts';

const placeOfLoudspeaker = <div className="min-h-12" />;

/** Its words are those of the room, which come while somebody is here. */
const Loudspeaker = onDemand(
  () =>
    Promise.all([import('../listening/loudspeaker-check.tsx'), interpreter.whole()]).then(
      ([file]) => file.LoudspeakerAtTheDoor,
    ),
  placeOfLoudspeaker,
);

const InsideNow = onDemand(
  () => Promise.all([import('./inside-now.tsx'), interpreter.whole()]).then(([file]) => file.InsideNow),
  null,
);

const InAnotherTab = onDemand(
  () =>
    Promise.all([import('./in-another-tab.tsx'), interpreter.whole()]).then(([file]) => file.InAnotherTab),
  null,
);

/** Before the room: who one is, whether one will be heard, and the ways in. */
export function Lobby({ entry }: { entry: Entry }) {
  const { t, settled } = useLanguage();
  const { room, desk, visit } = useRoomAccess();
  const label = useRoomLabel();
  const topic = useSealedTopic();
  // Who is in a private room, the server tells nobody who is not.
  const glancing = !isPrivateRoom(room);
  const microphone = useMicrophone();
  const { text, name, change, roll } = useName();
  const [nameless, setNameless] = useState(false);
  const [setOut, setSetOut] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const join = useRef<HTMLButtonElement>(null);
  const { portrait, onLevel } = usePortrait();
  const [known] = useState(() => readStored(nameKey) !== null);
  const calm = useCalm();
  const [door, setDoor] = useState<'locked' | 'unlocked'>();
  const onLocked = useCallback(
    (locked: boolean) => setDoor((was) => (locked ? 'locked' : was && 'unlocked')),
    [],
  );
  // Looked at anew with each try: whoever goes in as a guest owns nothing.
  const owning = useInBrowser(() => readPlan(room) !== undefined, false);
  useMicrophoneWhereAllowed();

  const named = text !== '';
  const greeted = useRef(false);
  useEffect(() => {
    if (greeted.current || !named) return;
    greeted.current = true;
    if (!hasMouse()) return;
    // A newcomer may want another name first; somebody known goes on with one press.
    if (known) join.current?.focus({ preventScroll: true });
    else field.current?.select();
  }, [named, known]);

  function enter(entrance: Entrance) {
    if (!name) {
      setNameless(true);
      field.current?.focus();
      return;
    }
    // Drawn with the visit, which does not wait for it.
    startTransition(() => setSetOut(true));
    rememberHabit(entrance);
    void visit.enter({ room, name, entrance });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    enter('live');
  }

  const refused = entry.at === 'refused' ? entry : undefined;
  const underWay = entry.at === 'opening_microphone' || entry.at === 'joining';
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <title>{settled ? t('lobby.title', { room: label }) : t('app.title')}</title>
      <Masthead />
      <main className="mx-auto grid w-full max-w-xl flex-1 content-start gap-x-16 gap-y-8 pt-2 pb-10 sm:pt-[4vh] lg:max-w-none lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <div className="grid content-start gap-6 lg:gap-10 lg:pt-20">
          <div className="grid gap-2">
            <p className="text-soft">{t(owning ? 'lobby.eyebrowOwner' : 'lobby.eyebrow')}</p>
            <RoomName room={label} />
            {/* As high as what comes mostly is, so that nothing below it moves. */}
            <div className="grid min-h-13 content-start gap-2 sm:min-h-19 sm:pt-1">
              {topic && (
                <p dir="auto" className="wrap-anywhere">
                  {topic}
                </p>
              )}
              {calm && glancing && (
                <InsideNow
                  room={room}
                  asked={underWay || refused?.problem === 'no_link_key'}
                  onLocked={onLocked}
                  onKey={() => join.current?.focus()}
                />
              )}
            </div>
          </div>
          <Portrait name={name} ref={portrait} />
        </div>
        <form
          onSubmit={submit}
          noValidate
          className="grid content-start gap-5 rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6"
        >
          <AwakeControls awake={named}>
            <TextField
              ref={field}
              label={t('lobby.name')}
              hint={t('lobby.nameHint')}
              error={nameless && !name ? t('lobby.nameEmpty') : undefined}
              name="name"
              value={text}
              maxLength={80}
              onChange={(event) => change(event.target.value)}
              action={<IconButton icon={Dices} label={t('lobby.nameDice')} onClick={roll} />}
            />
            <section aria-labelledby="microphone" className="grid gap-3">
              <h2 id="microphone" className="font-semibold">
                {t('microphone.heading')}
              </h2>
              <MicrophoneCheck
                state={microphone}
                turnOn="microphone.turnOn"
                list={listMicrophones}
                onLevel={onLevel}
                onTurnOn={() => void desk.open()}
                onPick={(deviceId) => void visit.changeDevice(deviceId)}
              />
            </section>
            <div className="grid min-h-36 content-start gap-4 border-t border-line pt-5">
              {underWay ? (
                <EntryProgress entry={entry} />
              ) : (
                <>
                  {calm && <InAnotherTab room={room} onLeft={() => join.current?.focus()} />}
                  {refused && (
                    <EntryRefused
                      refusal={refused}
                      over={refused.problem === 'room_locked' && door === 'unlocked'}
                      onRetry={() => enter(refused.entrance)}
                    />
                  )}
                  <Entrances
                    key={refused?.entrance}
                    speechless={microphone.at === 'refused'}
                    join={join}
                    focused={!refused && setOut}
                    without={refused?.entrance}
                    onEnter={enter}
                  />
                </>
              )}
            </div>
            {/* Last, since what there is to choose comes late and may not push the ways in away. */}
            <div className="border-t border-line pt-5">{calm ? <Loudspeaker /> : placeOfLoudspeaker}</div>
          </AwakeControls>
        </form>
      </main>
      <footer className="flex justify-end pb-5">
        <LanguagePicker />
      </footer>
    </div>
  );
}

/** Without one, focusing a field would bring a keyboard up over the page. */
function hasMouse(): boolean {
  return matchMedia('(pointer: fine)').matches;
}

/**
 * For somebody who talked here before, and whose browser does not have to ask, the microphone is simply
 * on; where it cannot be, that is said at once.
 */
function useMicrophoneWhereAllowed() {
  const { desk } = useRoomAccess();
  useEffect(() => {
    if (!window.isSecureContext) return desk.refuse('insecure');
    return watchMicrophonePermission((state) => {
      if (state === 'granted' && usuallyTalks()) void desk.open();
      if (state === 'denied' && desk.state.at !== 'open') desk.refuse('denied');
    });
  }, [desk]);
}
