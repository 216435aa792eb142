'use client';

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { useFocusReturn } from '../room/use-focus-return.ts';
import { useSingleKeys } from '../shortcuts/use-shortcut.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Remark } from '../ui/remark.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { useHostDesk, useHostDeskPart } from './use-host-desk.ts';
import { useHostingNews } from './use-hosting-news.ts';
import { VoteBar } from './vote-bar.tsx';

/** A note goes by itself; what it says or undoes can be found elsewhere, too. */
const noteMs = 10_000;

/** What is to be said to this person about the order in the room, over the controls. */
export function HostingRemarks() {
  useHostingNews();
  const votes = useSnapshot((snapshot) => snapshot.votes);
  const askedBy = useHostDeskPart((desk) => desk.askedBy);
  const floor = useHostDeskPart((desk) => desk.floor);
  const noted = useHostDeskPart((desk) => desk.note !== undefined);
  useFocusReturn(votes.length > 0);
  useFocusReturn(askedBy !== undefined || floor !== undefined);
  useFocusReturn(noted);
  return (
    <>
      {votes.map((vote) => (
        <VoteBar key={vote.memberId} vote={vote} />
      ))}
      {askedBy !== undefined ? <Asked by={askedBy} /> : floor && <MaySpeak floor={floor} />}
      <Note />
    </>
  );
}

/** A host would like to hear one. Nothing happens unless one presses. */
function Asked({ by }: { by: string }) {
  const t = useText();
  const desk = useHostDesk();
  const { room } = useInside();
  const host = room.snapshot.members.find(({ id }) => id === by);
  const answer = () => desk.change({ askedBy: undefined });
  return (
    <Remark
      actions={
        <>
          <SpeakUp onPress={answer} />
          <Button pad="snug" onClick={answer}>
            {t('floor.notNow')}
          </Button>
        </>
      }
    >
      {t('floor.asked', { name: host?.name ?? t('role.moderator') })}
    </Remark>
  );
}

function MaySpeak({ floor }: { floor: 'again' | 'now' }) {
  const t = useText();
  const desk = useHostDesk();
  const [singleKeys] = useSingleKeys();
  const keyboard = useMediaQuery('(pointer: fine)') && singleKeys;
  const dismiss = () => desk.change({ floor: undefined });
  return (
    <Remark
      actions={
        <>
          <SpeakUp onPress={dismiss} />
          <Button pad="snug" onClick={dismiss}>
            {t('floor.notNow')}
          </Button>
        </>
      }
    >
      {t(keyboard ? `floor.${floor}Key` : `floor.${floor}`)}
    </Remark>
  );
}

function SpeakUp({ onPress }: { onPress: () => void }) {
  const t = useText();
  const { visit } = useRoomAccess();
  const off = useSnapshot(({ self }) => self.microphone === 'off');
  const press = () => {
    onPress();
    void visit.switchMicrophone('live');
  };
  return (
    <Button look="on" pad="snug" onClick={press}>
      {t(off ? 'controls.goLive' : 'controls.unmute')}
    </Button>
  );
}

/** Said aloud where it is made: this is for the eyes. */
function Note() {
  const t = useText();
  const desk = useHostDesk();
  const note = useHostDeskPart((snapshot) => snapshot.note);
  useEffect(() => {
    if (!note) return;
    const timer = setTimeout(() => desk.change({ note: undefined }), noteMs);
    return () => clearTimeout(timer);
  }, [desk, note]);
  if (!note) return null;
  const dismiss = () => desk.change({ note: undefined });
  return (
    <div className="flex items-center gap-2 rounded-md border border-line bg-raised py-1 ps-4 pe-1">
      <p className="min-w-0 flex-1 py-2 wrap-anywhere">{note.text}</p>
      {note.undo && (
        <Button
          look="quiet"
          pad="snug"
          onClick={() => {
            dismiss();
            void note.undo?.();
          }}
        >
          {t('chat.undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('controls.close')} onClick={dismiss} />
    </div>
  );
}
