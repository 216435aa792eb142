import type { Metadata } from 'next';
import { english } from '../i18n/translate.ts';
import { LinkButton } from '../ui/button.tsx';
import { MessagePage } from '../ui/message-page.tsx';

export const metadata: Metadata = { title: english('app.title') };

export default function NotFound() {
  return (
    <MessagePage heading={english('missing.heading')} what={english('missing.what')}>
      <LinkButton look="voice" href="/">
        {english('missing.home')}
      </LinkButton>
    </MessagePage>
  );
}
