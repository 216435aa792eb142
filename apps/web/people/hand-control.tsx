'use client';

import { Hand } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Control } from '../room/control.tsx';
import { useHand } from './use-hand.ts';

/** Raises one's own hand, and lowers it again. */
export function HandControl() {
  const t = useText();
  const { raised, toggle } = useHand();
  return (
    <Control
      icon={Hand}
      label={t(raised ? 'hand.lower' : 'hand.raise')}
      pressed={raised}
      keys="h"
      onPress={toggle}
    />
  );
}
