'use client';

import type { EnteringStep } from '@earshot/client';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { EnteringWords } from './entering-words.tsx';

/** A key is being worked out, and there is a way to stop that. */
export function Making({ step, onCancel }: { step: EnteringStep; onCancel: () => void }) {
  const t = useText();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p role="status" className="flex min-h-12 min-w-0 flex-1 basis-48 items-center gap-3 font-medium">
        <Waiting className="text-glow" />
        <EnteringWords step={step} />
      </p>
      <Button onClick={onCancel}>{t('lobby.cancel')}</Button>
    </div>
  );
}
