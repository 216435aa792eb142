'use client';

import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Remark } from '../ui/remark.tsx';
import { listenTo } from './level-meter.ts';
import { type MutedTalk, type MutedTalkEvent, silent, step, unmuted } from './muted-talk.ts';
import { keyName, usePushToTalk } from './push-to-talk-settings.ts';

const lookEveryMs = 100;

/** Outlives the hint, so that muting again does not say it again. */
let remembered: MutedTalk = silent;

/** Tells somebody who talks while muted. Listens to the capture, which sounds on while nothing is sent. */
export function MutedTalkHint({ source }: { source: MediaStreamTrack }) {
  const t = useText();
  const [said, setSaid] = useState(remembered.at === 'said');
  const [{ on: holds, ...key }] = usePushToTalk();

  function take(event: MutedTalkEvent) {
    remembered = step(remembered, event);
    setSaid(remembered.at === 'said');
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `take` reads nothing that changes.
  useEffect(() => {
    return listenTo(source, {
      everyMs: lookEveryMs,
      onLoudness: (dbov) => take({ type: 'heard', dbov, elapsedMs: lookEveryMs }),
    });
  }, [source]);
  useEffect(
    () => () => {
      remembered = unmuted(remembered);
    },
    [],
  );

  if (!said) return null;
  return (
    <Remark
      actions={
        <Button pad="snug" onClick={() => take({ type: 'dismissed' })}>
          {t('mutedTalk.dismiss')}
        </Button>
      }
    >
      <strong className="font-semibold">{t('mutedTalk.muted')}</strong>{' '}
      {holds
        ? t('mutedTalk.hold', { key: keyName({ on: holds, ...key }) || t('talk.space') })
        : t('mutedTalk.press')}
    </Remark>
  );
}
