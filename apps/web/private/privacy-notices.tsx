'use client';

import type { PrivacyProblem } from '@earshot/client';
import { useFormat, useText } from '../i18n/language.ts';
import { useFrame } from '../room/frame.tsx';
import { useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useStored } from '../ui/stored.ts';
import { knownKeysKey } from './known-keys.ts';
import { ProveAgain } from './prove-again.tsx';
import { rejoin } from './rejoin.ts';
import { trustIn } from './use-trust.ts';

/** Names that are told in one sentence. */
const mostNames = 3;

/** Everything about an encrypted room that is not as it should be, what keeps one from being heard first. */
export function PrivacyNotices() {
  const privacy = useSnapshot((snapshot) => snapshot.privacy);
  return (
    <>
      {privacy.proveAgain && <ProveAgain key={privacy.proveAgain.byMs} again={privacy.proveAgain} />}
      {privacy.problems.map((problem) => (
        <Problem key={`${problem.what} ${'memberId' in problem ? problem.memberId : ''}`} problem={problem} />
      ))}
      <Doubts />
    </>
  );
}

function Problem({ problem }: { problem: PrivacyProblem }) {
  const t = useText();
  const { room, visit } = useRoomAccess();
  const members = useSnapshot((snapshot) => snapshot.members);
  const of = 'memberId' in problem ? problem.memberId : undefined;
  const name = members.find(({ id }) => id === of)?.name ?? '';
  switch (problem.what) {
    case 'encryption_stopped':
      return (
        <Notice what={t('privacy.stopped')} next={t('privacy.stoppedNext')}>
          <Button onClick={() => rejoin(visit, room)}>{t('ended.rejoin')}</Button>
        </Notice>
      );
    case 'media_unsupported':
      return <Notice what={t('shut.encryption_unsupported')} next={t('shut.encryption_unsupportedNext')} />;
    case 'stream_misnamed':
      return <Notice what={t('privacy.misnamed', { name })} next={t('privacy.misnamedNext')} />;
    case 'key_missing':
      return name === '' ? null : (
        <Notice what={t('privacy.missing', { name })} next={t('privacy.missingNext')} />
      );
  }
}

/** Who is not verified, and who has another key than last time. */
function Doubts() {
  const t = useText();
  const format = useFormat();
  const { room } = useRoomAccess();
  const { openDialog } = useFrame();
  const privacy = useSnapshot((snapshot) => snapshot.privacy);
  const members = useSnapshot((snapshot) => snapshot.members);
  useStored(knownKeysKey);
  const named = (trust: 'unverified' | 'changed') => {
    const names = members
      .filter((member) => trustIn(room, member, privacy) === trust)
      .map(({ name }) => name);
    return format.list(names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names);
  };
  const [strangers, changed] = [named('unverified'), named('changed')];
  return (
    <>
      {strangers && (
        <Notice what={t('privacy.stranger', { name: strangers })} next={t('privacy.strangerNext')} />
      )}
      {changed && (
        <Notice what={t('privacy.newKey', { name: changed })} next={t('privacy.newKeyNext')}>
          <Button aria-haspopup="dialog" onClick={() => openDialog({ at: 'privacy' })}>
            {t('privacy.compare')}
          </Button>
        </Notice>
      )}
    </>
  );
}
