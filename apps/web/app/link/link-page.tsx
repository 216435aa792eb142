'use client';

import { interpreter } from '../../i18n/language.ts';
import { useChosenTheme } from '../../settings/theme.ts';
import { useInBrowser } from '../../ui/in-browser.ts';
import { Masthead } from '../../ui/masthead.tsx';
import { onDemand } from '../../ui/on-demand.tsx';

/** Its words are not those of a first view, and come beside it. */
const LinkScreen = onDemand(async () => {
  const [file] = await Promise.all([import('../../identity/link-screen.tsx'), interpreter.whole()]);
  return file.LinkScreen;
});

/** Where a new device becomes one of its person's. */
export function LinkPage() {
  useChosenTheme();
  const here = useInBrowser(() => true, false);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <Masthead />
      <main className="grid flex-1 content-center pb-24">{here && <LinkScreen />}</main>
    </div>
  );
}
