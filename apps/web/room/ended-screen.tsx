'use client';

import type { RoomEnd } from '@earshot/client';
import { MicrophoneNotice } from '../devices/microphone-notice.tsx';
import { useText } from '../i18n/language.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { MessagePage } from '../ui/message-page.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { endCopy } from './end-copy.ts';
import { EntryProgress, EntryRefused } from './entry-progress.tsx';
import { useRoomLabel } from './room-label.ts';
import { useMicrophone, useRoomAccess } from './room-provider.tsx';
import type { Entrance, VisitState } from './visit-state.ts';

/** The room is over for this person: why, and the way back in. */
export function EndedScreen({ state }: { state: VisitState & { at: 'ended' } }) {
  const t = useText();
  const { room, visit } = useRoomAccess();
  const label = useRoomLabel();
  const microphone = useMicrophone();
  const { end, entry, was } = state;
  const why = state.byVote ? 'votedOut' : end.reason;
  const { what, next } = endCopy[why];
  const out = why === 'banned' || why === 'barred' || why === 'votedOut';
  const enter = (entrance: Entrance) => void visit.reenter(room, entrance);

  function back() {
    // The door asks for the new password.
    if (end.reason === 'not_proved') location.reload();
    else enter(out ? 'listening' : was);
  }

  const speechless = entry.at === 'speechless' && microphone.at === 'refused' && microphone.problem;

  return (
    <MessagePage heading={t(what, { room: label })} what={t(next, { room: label })}>
      <title>{t('lobby.title', { room: label })}</title>
      {(entry.at === 'opening_microphone' || entry.at === 'joining') && <EntryProgress entry={entry} />}
      {entry.at === 'refused' && <EntryRefused refusal={entry} onRetry={() => enter(entry.entrance)} />}
      {speechless && (
        <MicrophoneNotice problem={speechless} onRetry={() => enter(entry.entrance)}>
          <ListenButton onClick={() => enter('listening')} />
        </MicrophoneNotice>
      )}
      {(entry.at === 'idle' || (entry.at === 'speechless' && !speechless)) && (
        <WaysOn
          back={out ? 'ended.howLong' : wayBack(end)}
          // Whoever may not come in needs no microphone to hear for how long.
          onBack={back}
        />
      )}
    </MessagePage>
  );
}

function ListenButton({ onClick }: { onClick: () => void }) {
  const t = useText();
  const listen = useFocusOnMount<HTMLButtonElement>();
  return (
    <Button ref={listen} look="voice" onClick={onClick}>
      {t('lobby.listen')}
    </Button>
  );
}

/** What the button that goes in again says; undefined where there is no sense in trying. */
function wayBack({ reason, retryable }: RoomEnd): 'ended.rejoin' | undefined {
  if (reason === 'not_proved') return 'ended.rejoin';
  return retryable || reason === 'left' || reason === 'removed' ? 'ended.rejoin' : undefined;
}

function WaysOn({
  back,
  onBack,
}: {
  back: 'ended.rejoin' | 'ended.howLong' | undefined;
  onBack: () => void;
}) {
  const t = useText();
  const first = useFocusOnMount<HTMLButtonElement & HTMLAnchorElement>();
  return (
    <>
      {back && (
        <Button
          ref={first}
          look={back === 'ended.rejoin' ? 'voice' : 'plain'}
          aria-describedby="message"
          onClick={onBack}
        >
          {t(back)}
        </Button>
      )}
      <LinkButton ref={back ? undefined : first} href="/" aria-describedby="message">
        {t('ended.home')}
      </LinkButton>
    </>
  );
}
