import type { MetadataRoute } from 'next';
import { english } from '../i18n/english.ts';

export const dynamic = 'force-static';

/** What an installed Earshot is called, looks like and opens with (W3C Web Application Manifest). */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: english('app.name'),
    short_name: english('app.name'),
    description: english('app.description'),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#0f1c19',
    theme_color: '#0f1c19',
    categories: ['social', 'communication'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
