'use client';

import { Check, Link } from 'lucide-react';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { readableWholeLink, wholeLink } from './whole-link.ts';

const confirmedMs = 2_500;

/** Copies the room's link; where the browser has no clipboard for us, shows it to be copied by hand. */
export function CopyLink({ look = 'plain' }: { look?: ButtonLook }) {
  const t = useText();
  const { room } = useRoomAccess();
  const [state, setState] = useState<'idle' | 'copied' | 'by_hand'>('idle');

  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), confirmedMs);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(wholeLink(location.origin, room));
      setState('copied');
    } catch {
      setState('by_hand');
    }
  }

  const Icon = state === 'copied' ? Check : Link;
  return (
    <>
      <Button look={look} onClick={() => void copy()}>
        <Icon aria-hidden="true" className="size-5 shrink-0" />
        {t(state === 'copied' ? 'controls.copied' : 'controls.copy')}
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && t('controls.copied')}
      </span>
      {state === 'by_hand' && <LinkByHand room={room} />}
    </>
  );
}

/** Shows the link as it is read and gives the clipboard the one that works everywhere. */
function LinkByHand({ room }: { room: string }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function copy(event: ClipboardEvent) {
    event.clipboardData.setData('text/plain', wholeLink(location.origin, room));
    event.preventDefault();
  }

  return (
    <div className="grid gap-2">
      <p role="status" className="text-sm text-soft">
        {t('controls.copyByHandHint')}
      </p>
      <input
        ref={field}
        readOnly
        dir="ltr"
        aria-label={t('controls.copyByHand')}
        value={readableWholeLink(location.origin, room)}
        onCopy={copy}
        className="min-h-12 w-full rounded-md border border-edge bg-raised px-4"
      />
    </div>
  );
}
