'use client';

import { RotateCcwKey, ShieldCheck } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useFrame } from '../room/frame.tsx';
import { useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Button } from '../ui/button.tsx';
import { SafetyNumber } from './safety-number.tsx';
import { useOwnRoom } from './use-own-room.ts';

/** In the room's panel: who can hear what is said here, and by what one can tell. */
export function PrivacySection() {
  const t = useText();
  const { room } = useRoomAccess();
  const { openDialog } = useFrame();
  const kind = useSnapshot(({ privacy }) => privacy.kind);
  const own = useOwnRoom(room);
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="font-semibold">{t('roomPanel.whoHears')}</h3>
      <p className="text-soft">{t(kind === 'private' ? 'privacy.whatPrivate' : 'privacy.whatEncrypted')}</p>
      <h4 className="text-sm font-semibold text-soft">{t('privacy.number')}</h4>
      <SafetyNumber />
      <Button aria-haspopup="dialog" onClick={() => openDialog({ at: 'privacy' })}>
        <ShieldCheck aria-hidden="true" className="size-5 shrink-0" />
        {t('privacy.how')}
      </Button>
      {own && (
        <Button aria-haspopup="dialog" onClick={() => openDialog({ at: 'newPassword' })}>
          <RotateCcwKey aria-hidden="true" className="size-5 shrink-0" />
          {t('privacy.change')}
        </Button>
      )}
    </section>
  );
}
