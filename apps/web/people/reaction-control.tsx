'use client';

import { SmilePlus } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { Control } from '../room/control.tsx';
import { useFrame } from '../room/frame.tsx';
import { ReactionBar } from '../room/frame-parts.tsx';

/** Opens the row of emoji that float over one's own picture. */
export function ReactionControl() {
  const t = useText();
  const { dialog, openDialog, closeDialog } = useFrame();
  const open = dialog?.at === 'reactions';
  return (
    <Control
      icon={SmilePlus}
      label={t('reactions.react')}
      expanded={open}
      keys="r"
      onPress={() => (open ? closeDialog() : openDialog({ at: 'reactions' }))}
      onNear={ReactionBar.prepare}
    />
  );
}
