'use client';

import { isPrivateRoom } from '@earshot/protocol';
import { Share } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { ShareAdvice } from '../room/frame-parts.tsx';
import { useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CopyLink } from './copy-link.tsx';
import { QrCode } from './qr-code.tsx';
import { readableWholeLink, wholeLink } from './whole-link.ts';

/** Everything that brings somebody here: the link, its picture for a camera, and the device's own way to share. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { room } = useRoomAccess();
  const link = wholeLink(location.origin, room);
  // It goes through other people’s servers: what a private room is called does not.
  const name = isPrivateRoom(room) ? t('lobby.private') : room;
  const encrypted = useSnapshot(({ privacy }) => privacy.kind !== 'open');
  const canShare = 'share' in navigator;

  function share() {
    // Rejects when the person thinks better of it.
    navigator.share({ title: t('share.title', { room: name }), url: link }).catch(() => {});
  }

  return (
    <Dialog heading={t('share.heading')} onClose={onClose}>
      <div className="grid justify-items-center gap-4">
        <QrCode text={link} label={t('share.qr')} className="w-full max-w-56" />
        <p className="max-w-full text-center text-soft wrap-anywhere">
          <bdi dir="ltr">{readableWholeLink(location.host, room)}</bdi>
        </p>
        {encrypted && <ShareAdvice />}
      </div>
      <div className="grid gap-2">
        <CopyLink />
        {canShare && (
          <Button onClick={share}>
            <Share aria-hidden="true" className="size-5 shrink-0" />
            {t('share.system')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
