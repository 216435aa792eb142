'use client';

import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { measureLevel } from './level-meter.ts';

const heardAbove = 0.25;
const spokenEveryMs = 500;

/**
 * The microphone's level, live. Frames go straight to the element; React hears of it once, when a voice
 * came through. `onLevel` lets something else move along.
 */
export function LevelBar({ track, onLevel }: { track: MediaStreamTrack; onLevel?: (shown: number) => void }) {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState(false);

  useEffect(() => {
    let spokenMs = 0;
    return measureLevel(track, (shown) => {
      bar.current?.style.setProperty('--level', shown.toFixed(3));
      onLevel?.(shown);
      if (shown > heardAbove) setHeard(true);
      const nowMs = performance.now();
      if (nowMs - spokenMs < spokenEveryMs) return;
      spokenMs = nowMs;
      bar.current?.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
      bar.current?.setAttribute(
        'aria-valuetext',
        t(shown > heardAbove ? 'microphone.loud' : 'microphone.quiet'),
      );
    });
  }, [track, onLevel, t]);

  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> their own way, and it cannot be a mask. */}
      <div
        ref={bar}
        role="meter"
        aria-label={t('microphone.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        className="meter"
      >
        <span />
      </div>
      <p role="status" className="text-sm text-soft">
        {t(heard ? 'microphone.heard' : 'microphone.sayHello')}
      </p>
    </div>
  );
}
