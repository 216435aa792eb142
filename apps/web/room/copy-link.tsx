'use client';

import { Check, Link } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const confirmedMs = 2_500;

/** Copies the room's link; where the browser has no clipboard for us, shows it to be copied by hand. */
export function CopyLink() {
  const t = useText();
  const [state, setState] = useState<'idle' | 'copied' | 'by_hand'>('idle');

  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), confirmedMs);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
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
      {state === 'by_hand' && <LinkByHand onClose={() => setState('idle')} />}
    </>
  );
}

function LinkByHand({ onClose }: { onClose: () => void }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  return (
    <Dialog heading={t('controls.copyByHand')} onClose={onClose}>
      <p className="text-soft">{t('controls.copyByHandHint')}</p>
      <input
        ref={field}
        readOnly
        dir="ltr"
        aria-label={t('controls.copyByHand')}
        value={decodeURI(location.href)}
        className="min-h-12 w-full rounded-md border border-edge bg-raised px-4"
      />
    </Dialog>
  );
}
