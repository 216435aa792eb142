'use client';

import { KeyRound, LockKeyhole } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useFrame } from '../room/frame.tsx';
import { PrivacyDialog } from '../room/frame-parts.tsx';
import { useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';

const marks = {
  private: { icon: LockKeyhole, words: 'privacy.private', look: 'on' },
  encrypted: { icon: KeyRound, words: 'privacy.encrypted', look: 'plain' },
} as const;

/** Says at a glance that what is said here stays here, and tells more when it is pressed. */
export function PrivacyMark() {
  const t = useText();
  const { openDialog } = useFrame();
  const isPrivate = useSnapshot(({ privacy }) => privacy.kind === 'private');
  const { icon: Icon, words, look } = marks[isPrivate ? 'private' : 'encrypted'];
  const label = t('privacy.mark', { kind: t(words) });
  return (
    <Button
      look={look}
      pad="none"
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      onClick={() => openDialog({ at: 'privacy' })}
      onPointerEnter={PrivacyDialog.prepare}
      className="shrink-0 sm:px-4"
    >
      <Icon aria-hidden="true" className="size-4.5" />
      <span className="hidden text-sm md:inline">{t(words)}</span>
    </Button>
  );
}
