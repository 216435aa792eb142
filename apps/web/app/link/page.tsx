import type { Metadata } from 'next';
import { LinkPage } from './link-page.tsx';

export const metadata: Metadata = { title: 'Earshot', robots: { index: false } };

export default function Page() {
  return <LinkPage />;
}
