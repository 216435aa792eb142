'use client';

import { useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/language.ts';
import { privateWords } from '../private/entry-words.ts';
import { WholeLinkField } from '../private/whole-link-field.tsx';
import { heldSecret, onSecrets } from '../room/room-secrets.ts';
import { Notice } from '../ui/notice.tsx';

/** The room is encrypted, and the link that led here has lost its key: the place to put that right before one goes in. */
export function LacksKey({ room, onKey }: { room: string; onKey: () => void }) {
  const t = useText();
  const key = useSyncExternalStore(onSecrets, () => heldSecret(room).linkKey);
  const lacksKey = key === undefined || key === 'broken';
  const [wasLacking] = useState(lacksKey);
  const { what, next } = privateWords('no_link_key');
  if (!wasLacking) return null;
  return (
    <div className="grid max-w-xl grid-cols-[minmax(0,1fr)] gap-3 pt-2">
      {lacksKey && (
        <>
          <Notice what={t(what)} next={t(next)} />
          <WholeLinkField room={room} onKey={onKey} />
        </>
      )}
      <p role="status" className="empty:hidden">
        {!lacksKey && t('gate.wholeLinkTaken')}
      </p>
    </div>
  );
}
