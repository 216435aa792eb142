'use client';

import { graphemes, limits, roomSlug } from '@earshot/protocol';
import { ChevronDown, Dices } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { interpreter, useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useInBrowser } from '../ui/in-browser.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { TextField } from '../ui/text-field.tsx';
import { forgetPlan, keepPlan, unmadePlan } from './create-plan.ts';
import { randomRoomName } from './random-names.ts';
import { readableLink, roomPath } from './room-link.ts';
import { isWhole, type RoomPlan } from './room-plan.ts';

/** Its words are not those of the first view. */
const RoomSetUp = onDemand(() =>
  Promise.all([import('../hosting/room-set-up.tsx'), interpreter.whole()]).then(([file]) => file.RoomSetUp),
);

const MakeRoom = onDemand(
  () =>
    Promise.all([import('../private/make-room.tsx'), interpreter.whole()]).then(([file]) => file.MakeRoom),
  null,
);

/** Names a room and goes there; whoever wants to own it says beforehand how it shall be. */
export function RoomForm({ onEnter }: { /** A private room was made. */ onEnter: (room: string) => void }) {
  const { t, nameWords } = useLanguage();
  const [text, setText] = useState('');
  const [error, setError] = useState<'home.empty' | 'home.invalid'>();
  const [planned, setPlanned] = useState(false);
  const [plan, setPlan] = useState<RoomPlan>();
  const [making, setMaking] = useState(false);
  const setUp = useId();
  const field = useRef<HTMLInputElement>(null);
  const host = useInBrowser(() => location.host, '');
  const room = roomSlug(text);
  // Who comes back for another name has said everything else already.
  useEffect(() => setPlanned(unmadePlan() !== undefined), []);
  const secret = planned && plan?.kind === 'private' ? plan : undefined;
  const isSecret = secret !== undefined;
  // It says what takes so long, and may not itself take long to come.
  useEffect(() => {
    if (isSecret) MakeRoom.prepare();
  }, [isSecret]);

  function change(next: string) {
    setText(next);
    setError(undefined);
  }

  function open(event: FormEvent) {
    event.preventDefault();
    if (secret && text.trim()) {
      setPlan({ ...secret, tried: true });
      if (isWhole(secret)) setMaking(true);
      return;
    }
    if (room) {
      if (planned && plan?.kind === 'open') keepPlan(room, plan.settings);
      else forgetPlan();
      return location.assign(roomPath(room));
    }
    setError(text.trim() && !secret ? 'home.invalid' : 'home.empty');
    field.current?.focus();
  }

  function hint(): string {
    if (secret) return '';
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
      <Button
        look="quiet"
        pad="snug"
        aria-expanded={planned}
        aria-controls={setUp}
        onClick={() => setPlanned(!planned)}
        onPointerEnter={RoomSetUp.prepare}
        onFocus={RoomSetUp.prepare}
        className="-mt-2 -ms-3 justify-self-start text-soft sm:-ms-4"
      >
        {t('home.setUp')}
        <ChevronDown
          aria-hidden="true"
          className={`size-4 transition-transform duration-(--duration-quick) ${planned ? 'rotate-180' : ''}`}
        />
      </Button>
      <div id={setUp} className="empty:hidden">
        {planned && <RoomSetUp plan={plan} onChange={setPlan} />}
      </div>
      <Button type="submit" look="voice" className="min-h-14 text-lg">
        {t(planned ? 'home.create' : 'home.open')}
      </Button>
      {making && secret && (
        <MakeRoom name={text.trim()} plan={secret} onClose={() => setMaking(false)} onEnter={onEnter} />
      )}
    </form>
  );
}
