'use client';

import { useText } from '../i18n/language.ts';
import { LinkButton } from './button.tsx';
import { MessagePage } from './message-page.tsx';

/** Nothing is at this address. */
export function MissingPage() {
  const t = useText();
  return (
    <MessagePage heading={t('missing.heading')} what={t('missing.what')}>
      <LinkButton look="voice" href="/">
        {t('missing.home')}
      </LinkButton>
    </MessagePage>
  );
}
