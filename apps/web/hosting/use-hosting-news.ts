import { useEffect } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { useSay } from '../room/say.tsx';
import { actionWords } from './action-words.ts';
import { floorOf, standingNews } from './floor.ts';
import { useHostDesk } from './use-host-desk.ts';
import { endedVotes } from './vote-news.ts';

/** Keeps the desk of what there is to tell, and says it to screen readers, as long as it is used. */
export function useHostingNews(): void {
  const { t, format } = useLanguage();
  const say = useSay();
  const desk = useHostDesk();
  const { room, store } = useInside();

  useEffect(() => {
    const note = (text: string) => {
      desk.change({ note: { text } });
      say(text);
    };
    const stopHearing = room.hosting.onLogged((entry) => {
      if (entry.action === 'voteToRemove') return note(t('vote.goes', { name: entry.on?.name ?? '' }));
      const { key } = store.getState().self;
      if (entry.action === 'deleteMessage' && key !== '' && entry.on?.key === key) {
        return note(t('host.deletedYours', { name: entry.by.name || t('acted.someone') }));
      }
      const own = key !== '' && (entry.by.key === key || entry.on?.key === key);
      if (!own) note(actionWords(entry, { t, format }).join('. '));
    });
    const stopAsking = room.hosting.onAskedToUnmute((askedBy) => desk.change({ askedBy }));
    const stopWatching = store.subscribe((now, before) => {
      if (now.self !== before.self) {
        const news = standingNews(before.self, now.self);
        if (news && 'floor' in news) desk.change({ floor: news.floor, note: undefined });
        if (news?.words) note(t(news.words));
        // Who is heard, or may not be, needs no invitation any more.
        const answered = now.self.microphone === 'live' || floorOf(now.self) !== 'free';
        if (answered && (desk.snapshot.askedBy || desk.snapshot.floor)) {
          desk.change({ askedBy: undefined, floor: undefined });
        }
      }
      for (const { memberId, name } of endedVotes(before, now)) {
        desk.voted(memberId, undefined);
        if (name !== undefined) note(t('vote.stays', { name }));
      }
    });
    return () => {
      stopHearing();
      stopAsking();
      stopWatching();
    };
  }, [room, store, desk, say, t, format]);
}
