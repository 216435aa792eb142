'use client';

import { Check, Link } from 'lucide-react';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { readableLink, roomLink } from '../home/room-link.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useRoomAccess } from './room-provider.tsx';

const confirmedMs = 2_500;

/** Copies the room's link; where the browser has no clipboard for us, shows it to be copied by hand. */
export function CopyLink() {
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
      await navigator.clipboard.writeText(roomLink(location.origin, room));
      setState('copied');
    } catch {
      setState('by_hand');
    }
  }

  const Icon = state === 'copied' ? Check : Link;
  return (
    <>
      <Button look="quiet" aria-label={t('controls.copy')} onClick={() => void copy()} pad="snug">
        <Icon aria-hidden="true" className="size-5 shrink-0" />
        <span className="hidden sm:inline">
          {t(state === 'copied' ? 'controls.copied' : 'controls.copy')}
        </span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && t('controls.copied')}
      </span>
      {state === 'by_hand' && <LinkByHand room={room} onClose={() => setState('idle')} />}
    </>
  );
}

/** Shows the link as it is read and gives the clipboard the one that works everywhere. */
function LinkByHand({ room, onClose }: { room: string; onClose: () => void }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  function copy(event: ClipboardEvent) {
    event.clipboardData.setData('text/plain', roomLink(location.origin, room));
    event.preventDefault();
  }

  return (
    <Dialog heading={t('controls.copyByHand')} onClose={onClose}>
      <p className="text-soft">{t('controls.copyByHandHint')}</p>
      <input
        ref={field}
        readOnly
        dir="ltr"
        aria-label={t('controls.copyByHand')}
        value={readableLink(location.origin, room)}
        onCopy={copy}
        className="min-h-12 w-full rounded-md border border-edge bg-raised px-4"
      />
    </Dialog>
  );
}
