import type { Metadata } from 'next';
import { OperatorPage } from './operator-page.tsx';

/** The screens set the title, for metadata would stay beside theirs. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function Page() {
  return <OperatorPage />;
}
