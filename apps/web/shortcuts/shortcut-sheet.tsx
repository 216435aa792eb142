'use client';

import { useText } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ShortcutList } from './shortcut-list.tsx';

/** Every shortcut there is right now, and the switch that turns the single keys off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog heading={t('shortcuts.heading')} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}
