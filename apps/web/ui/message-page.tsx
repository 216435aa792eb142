import type { ReactNode } from 'react';
import { Masthead } from './masthead.tsx';

/** A whole page that says one thing and offers the next step. */
export function MessagePage({
  heading,
  what,
  children,
}: {
  heading: string;
  what: string;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <Masthead />
      <main className="grid flex-1 content-center justify-items-start gap-4 pb-24">
        <div id="message" className="grid max-w-3xl gap-4">
          <h1 className="text-display font-bold wrap-anywhere">{heading}</h1>
          <p className="max-w-prose text-lg text-soft wrap-anywhere">{what}</p>
        </div>
        <div className="mt-4 flex flex-wrap gap-3">{children}</div>
      </main>
    </div>
  );
}
