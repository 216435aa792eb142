'use client';

import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { nameRoom } from '../room/room-label.ts';
import { Button } from '../ui/button.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { useOwnRoom } from './use-own-room.ts';

const NewSecret = onDemand(() => import('./new-secret.tsx').then((file) => file.NewSecret), null);

/** Whoever made the room and has lost what opens it gives it something new: the key for that is in their browser. */
export function GateOwner({ room, onChanged }: { room: string; onChanged: () => void }) {
  const t = useText();
  const own = useOwnRoom(room);
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    if (own) nameRoom(room, own.name, own.topic);
  }, [room, own]);

  if (!own) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-soft">{t('gate.owner')}</p>
      <Button pad="snug" aria-haspopup="dialog" onClick={() => setChanging(true)}>
        {t('gate.ownerChange')}
      </Button>
      {changing && (
        <NewSecret
          own={own}
          onClose={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
