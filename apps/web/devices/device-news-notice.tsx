'use client';

import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Remark } from '../ui/remark.tsx';
import type { DeviceNews } from './microphone-state.ts';

/** A microphone came or went, and another one is in use. */
export function DeviceNewsNotice({
  news,
  muted,
  onDismiss,
}: {
  news: DeviceNews;
  muted: boolean;
  onDismiss: () => void;
}) {
  const t = useText();
  const names = { gone: news.gone || t('deviceNews.some'), now: news.now || t('deviceNews.other') };
  return (
    <Remark
      actions={
        <Button pad="snug" onClick={onDismiss}>
          {t('deviceNews.dismiss')}
        </Button>
      }
    >
      {t(`deviceNews.${news.what}`, names)} {muted && t('deviceNews.asBefore')}
    </Remark>
  );
}
