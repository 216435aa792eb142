'use client';

import { QrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ActionLog } from '../hosting/action-log.tsx';
import { RoomAbout, RoomHosts } from '../hosting/room-about.tsx';
import { RoomOrder } from '../hosting/room-order.tsx';
import { useFormat, useText } from '../i18n/language.ts';
import { CopyLink } from '../share/copy-link.tsx';
import { Button } from '../ui/button.tsx';
import { useFrame } from './frame.tsx';
import { PrivacySection } from './frame-parts.tsx';
import { useSnapshot } from './inside.tsx';
import { useRoomLabel } from './room-label.ts';

/** The room itself: its name, its link, how long it has been going, and who else could listen. */
export function RoomPanel() {
  const t = useText();
  const room = useRoomLabel();
  const { openDialog } = useFrame();
  const owned = useSnapshot((snapshot) => snapshot.room.owned);
  const topic = useSnapshot(({ privacy }) => privacy.meta?.topic);
  const encrypted = useSnapshot(({ privacy }) => privacy.kind !== 'open');
  return (
    <div className="grid content-start gap-6 p-5">
      <div className="grid gap-1">
        <h2 className="text-xl font-semibold wrap-anywhere">
          <bdi>{room}</bdi>
        </h2>
        <Age />
      </div>
      <div className="grid gap-3 empty:hidden">
        {topic && (
          <p dir="auto" className="wrap-anywhere">
            {topic}
          </p>
        )}
        <RoomAbout />
      </div>
      <div className="grid gap-2">
        <CopyLink />
        <Button onClick={() => openDialog({ at: 'share' })} aria-haspopup="dialog">
          <QrCode aria-hidden="true" className="size-5 shrink-0" />
          {t('share.more')}
        </Button>
      </div>
      {encrypted && <PrivacySection />}
      <RoomHosts />
      <RoomOrder />
      {owned && <ActionLog />}
      {!encrypted && (
        <section className="grid gap-1.5">
          <h3 className="font-semibold">{t('roomPanel.whoHears')}</h3>
          <p className="text-soft">{t('roomPanel.encryption')}</p>
        </section>
      )}
    </div>
  );
}

const minuteMs = 60_000;

function Age() {
  const t = useText();
  const format = useFormat();
  const startedAtMs = useSnapshot((snapshot) => snapshot.room.startedAtMs);
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), minuteMs / 4);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((nowMs - startedAtMs) / minuteMs);
  return (
    <p className="text-soft">
      {minutes < 1
        ? t('roomPanel.justOpened')
        : t('roomPanel.age', { age: format.duration(minutes * minuteMs) })}
    </p>
  );
}
