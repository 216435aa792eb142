'use client';

import type { EnteringStep } from '@earshot/client';
import { UnderWay } from '../ui/under-way.tsx';
import { EnteringWords } from './entering-words.tsx';

/** A key is being worked out, and there is a way to stop that. */
export function Making({ step, onCancel }: { step: EnteringStep; onCancel: () => void }) {
  return (
    <UnderWay onCancel={onCancel}>
      <EnteringWords step={step} />
    </UnderWay>
  );
}
