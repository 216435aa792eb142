'use client';

import { useFloor } from '../hosting/use-floor.ts';
import { useText } from '../i18n/language.ts';
import { useHand } from '../people/use-hand.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { useFrame } from './frame.tsx';
import { useRoomAccess } from './room-provider.tsx';
import { useSay } from './say.tsx';

/** The keys of the room itself. They act wherever the button that does the same stands just now. */
export function RoomShortcuts() {
  const t = useText();
  const say = useSay();
  const floor = useFloor();
  const { visit } = useRoomAccess();
  const { dialog, closeDialog, togglePanel, openSettings, openDialog } = useFrame();
  const hand = useHand();
  const microphone = {
    free: () => void visit.toggleMute(),
    withheld: () => say(t('floor.withheldWhy')),
    listening: hand.toggle,
  };
  useShortcut({ keys: 'm', label: 'shortcuts.mute', action: microphone[floor] });
  useShortcut({ keys: 'h', label: 'shortcuts.hand', action: hand.toggle });
  useShortcut({
    keys: 'r',
    label: 'shortcuts.react',
    action: () => (dialog?.at === 'reactions' ? closeDialog() : openDialog({ at: 'reactions' })),
  });
  useShortcut({ keys: 'c', label: 'shortcuts.chat', action: () => togglePanel('chat') });
  useShortcut({ keys: 'p', label: 'shortcuts.people', action: () => togglePanel('people') });
  useShortcut({ keys: 'i', label: 'shortcuts.share', action: () => openDialog({ at: 'share' }) });
  useShortcut({ keys: ',', label: 'shortcuts.settings', action: () => openSettings() });
  useShortcut({ keys: '?', label: 'shortcuts.sheet', action: () => openDialog({ at: 'shortcuts' }) });
  useShortcut({ keys: 'escape', label: 'shortcuts.close' });
  return null;
}
