import type { Metadata } from 'next';
import { english } from '../i18n/english.ts';
import { MissingPage } from '../ui/missing-page.tsx';

export const metadata: Metadata = { title: english('app.title') };

export default function NotFound() {
  return <MissingPage />;
}
