'use client';

import { Headphones, MicOff } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import type { Entrance } from '../room/visit-state.ts';
import { Button } from '../ui/button.tsx';

/** The three ways in. Without a microphone, listening is the way that is open. */
export function Entrances({
  join,
  speechless,
  focused,
  without,
  onEnter,
}: {
  join: RefObject<HTMLButtonElement | null>;
  speechless: boolean;
  /** The focus goes to the first of them when they appear. */
  focused: boolean;
  /** The way that "Try again" is for just now. */
  without?: Entrance | undefined;
  onEnter: (entrance: Entrance) => void;
}) {
  const t = useText();
  const atFirst = useRef(focused);
  useEffect(() => {
    if (atFirst.current) join.current?.focus({ preventScroll: true });
  }, [join]);
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="sr-only">{t('lobby.waysIn')}</legend>
      {without !== 'live' && (
        <Button
          ref={join}
          type="submit"
          look={speechless || without ? 'plain' : 'voice'}
          className="col-span-2 min-h-14 text-lg"
        >
          {t('lobby.join')}
        </Button>
      )}
      {without !== 'muted' && (
        <Button
          onClick={() => onEnter('muted')}
          pad="snug"
          className={without && without !== 'live' ? 'col-span-2' : ''}
        >
          <MicOff aria-hidden="true" className="hidden size-4.5 shrink-0 min-[25rem]:block" />
          {t('lobby.joinMuted')}
        </Button>
      )}
      {without !== 'listening' && (
        <Button
          look={speechless ? 'voice' : 'plain'}
          onClick={() => onEnter('listening')}
          pad="snug"
          className={without && without !== 'live' ? 'col-span-2' : ''}
        >
          <Headphones aria-hidden="true" className="hidden size-4.5 shrink-0 min-[25rem]:block" />
          {t('lobby.listen')}
        </Button>
      )}
    </fieldset>
  );
}
