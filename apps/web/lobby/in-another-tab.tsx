'use client';

import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { leaveElsewhere, watchOwnTabs } from '../page-life/own-tabs.ts';
import { Button } from '../ui/button.tsx';

/** One is in this room already, in another tab: said, with the way out of there. Nothing otherwise. */
export function InAnotherTab({ room, onLeft }: { room: string; onLeft: () => void }) {
  const t = useText();
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => watchOwnTabs(room, setElsewhere), [room]);
  function leaveThere() {
    leaveElsewhere(room);
    onLeft();
  }

  // There before it says anything, and out of the way: only then is it read out when it does.
  return (
    <div role="status" className={elsewhere ? '' : 'sr-only'}>
      {elsewhere && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-edge bg-raised p-4">
          <p>{t('inside.anotherTab')}</p>
          <Button onClick={leaveThere}>{t('inside.leaveThere')}</Button>
        </div>
      )}
    </div>
  );
}
