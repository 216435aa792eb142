'use client';

import { useFrame } from './frame.tsx';
import {
  MoreDialog,
  NewPasswordDialog,
  PrivacyDialog,
  ReportDialog,
  SettingsDialog,
  ShareDialog,
  ShortcutSheet,
} from './frame-parts.tsx';

/** The dialog that is open, if any. */
export function FrameDialogs() {
  const { dialog, closeDialog } = useFrame();
  switch (dialog?.at) {
    case undefined:
    case 'reactions':
      return null;
    case 'settings':
      return <SettingsDialog section={dialog.section} onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={closeDialog} />;
    case 'share':
      return <ShareDialog onClose={closeDialog} />;
    case 'report':
      return <ReportDialog about={dialog.about} onClose={closeDialog} />;
    case 'privacy':
      return <PrivacyDialog onClose={closeDialog} />;
    case 'newPassword':
      return <NewPasswordDialog onClose={closeDialog} />;
    case 'more':
      return <MoreDialog hidden={dialog.hidden} onClose={closeDialog} />;
  }
}
