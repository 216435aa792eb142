'use client';

import { useEffect, useState } from 'react';
import type { RoomPlan } from '../home/room-plan.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { MadeSheet } from './made-sheet.tsx';
import { Making } from './making.tsx';
import { makingWords } from './making-words.ts';
import { useMaking } from './use-making.ts';

/** Makes a private room, and gives its maker what others need to come in. */
export function MakeRoom({
  name,
  plan,
  onClose,
  onEnter,
}: {
  name: string;
  plan: Extract<RoomPlan, { kind: 'private' }>;
  onClose: () => void;
  onEnter: (room: string) => void;
}) {
  const t = useText();
  const [wish] = useState({ name, mode: plan.mode, password: plan.password, topic: plan.topic });
  const { state, make, cancel } = useMaking(async (making) => {
    const { makePrivateRoom } = await import('./private-client.ts');
    return makePrivateRoom(wish, making);
  });
  useEffect(() => make(), [make]);

  function close() {
    cancel();
    onClose();
  }

  if (state.at === 'made') {
    const { made } = state;
    return (
      // Whoever closes it has the room all the same, and nowhere else what opens it.
      <Dialog heading={t('made.heading')} onClose={() => onEnter(made.room)}>
        <MadeSheet made={made}>
          <Button look="voice" className="min-h-14 text-lg" onClick={() => onEnter(made.room)}>
            {t('made.enter')}
          </Button>
        </MadeSheet>
      </Dialog>
    );
  }
  const why = state.at === 'failed' ? makingWords(state.why) : undefined;
  return (
    <Dialog heading={t('making.heading')} onClose={close}>
      {state.at === 'failed' && (
        <Notice
          what={t('making.failed')}
          next={why ? `${t(why.what)} ${t(why.next)}` : t('making.failedNext')}
        >
          <Button onClick={make}>{t('problem.tryAgain')}</Button>
        </Notice>
      )}
      {state.at === 'making' && <Making step={state.step} onCancel={close} />}
    </Dialog>
  );
}
