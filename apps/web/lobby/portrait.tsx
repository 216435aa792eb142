'use client';

import { type Ref, useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useOwnProfile } from '../people/own-profile.ts';
import { clientLibrary } from '../room/client-library.ts';
import { Avatar } from '../ui/avatar.tsx';
import { whenCalm } from '../ui/calm.ts';
import { showReach } from '../ui/voice-reach.ts';

const speakingAbove = 0.25;

/** Lets the portrait move with the microphone, frame by frame and outside of React. */
export function usePortrait() {
  const portrait = useRef<HTMLDivElement>(null);
  const onLevel = useCallback((shown: number) => {
    if (!portrait.current) return;
    showReach(portrait.current, shown);
    portrait.current.dataset.speaking = String(shown > speakingAbove);
  }, []);
  return { portrait, onLevel };
}

/** How one will sit in the room: the picture, the name, and the circles one’s own voice makes. */
export function Portrait({ name, ref }: { name: string; ref: Ref<HTMLDivElement> }) {
  const t = useText();
  const seed = useOwnSeed(name);
  const { emoji } = useOwnProfile();
  return (
    <div ref={ref} data-speaking="false" className="isolate hidden items-center gap-5 lg:flex">
      <div className="voice-ring w-28">
        <span className="voice-reach" />
        <Avatar name={name} seed={seed} emoji={emoji} className="text-4xl" />
      </div>
      <div>
        <p className="text-xl font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <p className="text-soft">{t('lobby.intro')}</p>
      </div>
    </div>
  );
}

/** What one's picture in the room will be drawn from: undefined until that is known. */
function useOwnSeed(name: string): string | undefined {
  const [key, setKey] = useState<string>();
  useEffect(
    () =>
      whenCalm(() => {
        clientLibrary()
          .then((library) => library.ownKey())
          .then(setKey, () => setKey(''));
      }),
    [],
  );
  return key === undefined ? undefined : key || name;
}
