import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { bootScript } from '../i18n/boot-script.ts';
import { english } from '../i18n/english.ts';
import { LanguageProvider } from '../i18n/language-provider.tsx';
import { OfflineWorker } from '../page-life/offline-worker.tsx';
import { linkKeyScript } from '../room/link-key-script.ts';
import { themeScript } from '../settings/theme-script.ts';
import './theme.css';

export const metadata: Metadata = {
  description: english('app.description'),
  applicationName: english('app.name'),
  icons: {
    icon: { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
    apple: '/icons/apple-touch-icon.png',
  },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // A keyboard on the screen makes the page smaller, and does not cover what one writes.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#edf1e8' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1c19' },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // The script below changes the language, the direction and the look before React looks.
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <head>
        <script>{linkKeyScript() + bootScript() + themeScript()}</script>
      </head>
      <body>
        <noscript>
          <p className="bg-alert-ground p-4 text-center text-alert">{english('app.noScript')}</p>
        </noscript>
        <OfflineWorker />
        <LanguageProvider>{children}</LanguageProvider>
      </body>
    </html>
  );
}
