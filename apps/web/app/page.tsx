import type { Metadata } from 'next';
import { Home } from '../home/home.tsx';
import { english } from '../i18n/english.ts';

export const metadata: Metadata = { title: english('app.title') };

export default function HomePage() {
  return <Home />;
}
