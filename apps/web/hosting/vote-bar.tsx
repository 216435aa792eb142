'use client';

import type { Vote } from '@earshot/client';
import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Remark } from '../ui/remark.tsx';
import { useAct } from './use-act.ts';
import { useHostDesk, useHostDeskPart } from './use-host-desk.ts';

/** A vote under way: about whom, how it stands, and one's own voice. Whom it is about only sees it. */
export function VoteBar({ vote: { memberId, agreed, needed } }: { vote: Vote }) {
  const t = useText();
  const { hosting } = useInside().room;
  const desk = useHostDesk();
  const act = useAct();
  const own = useSnapshot(({ self }) => self.id === memberId);
  const name = useSnapshot(({ members }) => members.find(({ id }) => id === memberId)?.name ?? '');
  const votes = useHostDeskPart((snapshot) => snapshot.votes);
  const said = votes.get(memberId);
  const vote = (agree: boolean) =>
    void act({
      does: async () => {
        await hosting.voteToRemove(memberId, agree);
        desk.voted(memberId, agree);
      },
    });

  return (
    <Remark
      actions={
        !own && (
          <>
            <Button
              look={said === true ? 'on' : 'plain'}
              pad="snug"
              aria-pressed={said === true}
              onClick={() => vote(true)}
            >
              {t('vote.agree')}
            </Button>
            <Button
              look={said === false ? 'on' : 'plain'}
              pad="snug"
              aria-pressed={said === false}
              onClick={() => vote(false)}
            >
              {t('vote.against')}
            </Button>
          </>
        )
      }
    >
      <span className="font-semibold">{own ? t('vote.own') : t('vote.ask', { name })}</span>
      <span className="block text-sm text-soft">{t('vote.count', { agreed, needed })}</span>
    </Remark>
  );
}
