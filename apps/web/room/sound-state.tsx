'use client';

import { Volume2 } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useInside, useSnapshot } from './inside.tsx';

/** Says so whenever sound is not what it should be: held back, or still on its way. */
export function SoundState() {
  const { room } = useInside();
  const t = useText();
  const media = useSnapshot((snapshot) => snapshot.media);
  const playback = useSnapshot((snapshot) => snapshot.playback);

  return (
    <>
      {playback === 'blocked' && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-glow/50 bg-voice/15 p-3 ps-4">
          <p role="status">{t('sound.blocked')}</p>
          <Button look="voice" onClick={() => void room.resumePlayback()}>
            <Volume2 aria-hidden="true" className="size-5" />
            {t('sound.tapToHear')}
          </Button>
        </div>
      )}
      {media === 'connecting' && (
        <p role="status" className="flex items-center justify-center gap-3 text-soft">
          <Waiting className="text-glow" />
          {t('sound.connecting')}
        </p>
      )}
    </>
  );
}
