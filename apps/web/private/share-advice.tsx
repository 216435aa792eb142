'use client';

import { useText } from '../i18n/language.ts';
import { CopyButton } from '../identity/copy-button.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { heldSecret } from '../room/room-secrets.ts';

/** How the link of an encrypted room is sent. A password is never in it. */
export function ShareAdvice() {
  const t = useText();
  const { room } = useRoomAccess();
  const { password } = heldSecret(room);
  return (
    <>
      <p className="text-center text-sm">{t(password === undefined ? 'made.linkAlone' : 'made.apart')}</p>
      {password !== undefined && <CopyButton text={password} label={t('phrase.copy')} />}
    </>
  );
}
