import type { Metadata } from 'next';
import { OperatorPage } from './operator-page.tsx';

export const metadata: Metadata = { title: 'Earshot', robots: { index: false, follow: false } };

export default function Page() {
  return <OperatorPage />;
}
