'use client';

import type { EnteringStep } from '@earshot/client';
import { useText } from '../i18n/language.ts';

/** How far the way into an encrypted room is. The words change with the step alone: they are read aloud. */
export function EnteringWords({ step }: { step: EnteringStep }) {
  const t = useText();
  const share = 'share' in step ? step.share : undefined;
  return (
    <span className="grid min-w-0 flex-1 gap-2">
      {t(words[step.at])}
      {share !== undefined && (
        <span
          role="progressbar"
          aria-label={t('entering.progress')}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          className="block h-1.5 overflow-hidden rounded-full bg-sunken"
        >
          <span
            ref={(bar) =>
              bar?.style.setProperty('transform', `scaleX(${Math.min(1, Math.max(0.02, share))})`)
            }
            className="block size-full origin-left rounded-full bg-glow transition-transform duration-(--duration-settle) motion-reduce:transition-none rtl:origin-right"
          />
        </span>
      )}
    </span>
  );
}

const words = {
  reading: 'entering.reading',
  deriving: 'entering.deriving',
  proving: 'entering.proving',
  joining: 'entering.joining',
} as const;
