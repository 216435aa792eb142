'use client';

import { useText } from '../i18n/language.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { MessagePage } from '../ui/message-page.tsx';

export default function Broken() {
  const t = useText();
  return (
    <MessagePage heading={t('broken.heading')} what={t('broken.what')}>
      <Button look="voice" onClick={() => location.reload()}>
        {t('broken.again')}
      </Button>
      <LinkButton href="/">{t('missing.home')}</LinkButton>
    </MessagePage>
  );
}
