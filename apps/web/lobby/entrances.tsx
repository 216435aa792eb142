'use client';

import { Headphones, MicOff } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { Entrance } from '../room/visit-state.ts';
import { Button } from '../ui/button.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';

/** The three ways in. Without a microphone, listening is the way that is open. */
export function Entrances({
  speechless,
  returning,
  onEnter,
}: {
  speechless: boolean;
  /** They come back after a way in came to nothing, and with them the focus. */
  returning: boolean;
  onEnter: (entrance: Entrance) => void;
}) {
  const t = useText();
  const join = useFocusOnMount<HTMLButtonElement>(returning);
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="sr-only">{t('lobby.waysIn')}</legend>
      <Button
        ref={join}
        type="submit"
        look={speechless ? 'plain' : 'voice'}
        className="col-span-2 min-h-14 text-lg"
      >
        {t('lobby.join')}
      </Button>
      <Button onClick={() => onEnter('muted')} pad="snug">
        <MicOff aria-hidden="true" className="hidden size-4.5 shrink-0 min-[25rem]:block" />
        {t('lobby.joinMuted')}
      </Button>
      <Button look={speechless ? 'voice' : 'plain'} onClick={() => onEnter('listening')} pad="snug">
        <Headphones aria-hidden="true" className="hidden size-4.5 shrink-0 min-[25rem]:block" />
        {t('lobby.listen')}
      </Button>
    </fieldset>
  );
}
