'use client';

import type { Member, PrivacyProblem } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
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
  const { proveAgain, problems } = useSnapshot((snapshot) => snapshot.privacy);
  const kinds = new Set(problems.map(({ what }) => what));
  return (
    <>
      {proveAgain && <ProveAgain key={proveAgain.byMs} again={proveAgain} />}
      {[...kinds].map((what) => (
        <Problem key={what} what={what} />
      ))}
      <Doubts />
    </>
  );
}

function Problem({ what }: Pick<PrivacyProblem, 'what'>) {
  const t = useText();
  const format = useFormat();
  const { room, visit } = useRoomAccess();
  const { problems } = useSnapshot((snapshot) => snapshot.privacy);
  const members = useSnapshot((snapshot) => snapshot.members);
  const ids = problems.flatMap((one) => (one.what === what && 'memberId' in one ? one.memberId : []));
  const name = inOneSentence(
    format,
    members.filter(({ id }) => ids.includes(id)),
  );
  switch (what) {
    case 'encryption_stopped':
      return (
        <Notice what={t('privacy.stopped')} next={t('privacy.stoppedNext')}>
          <Button onClick={() => rejoin(visit, room)}>{t('ended.rejoin')}</Button>
        </Notice>
      );
    case 'media_unsupported':
      return <Notice what={t('shut.encryption_unsupported')} next={t('shut.encryption_unsupportedNext')} />;
    case 'stream_misnamed':
      return name && <Notice what={t('privacy.misnamed', { name })} next={t('privacy.misnamedNext')} />;
    case 'key_missing':
      return name && <Notice what={t('privacy.missing', { name })} next={t('privacy.missingNext')} />;
  }
}

function inOneSentence(format: Format, members: readonly Member[]): string {
  const names = members.map(({ name }) => name);
  return format.list(names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names);
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
  const named = (trust: 'unverified' | 'changed') =>
    inOneSentence(
      format,
      members.filter((member) => trustIn(room, member, privacy) === trust),
    );
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
