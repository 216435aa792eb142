'use client';

import { interpreter, useText } from '../../i18n/language.ts';
import { useChosenTheme } from '../../settings/theme.ts';
import { useInBrowser } from '../../ui/in-browser.ts';
import { Masthead } from '../../ui/masthead.tsx';
import { onDemand } from '../../ui/on-demand.tsx';
import { Waiting } from '../../ui/waiting.tsx';

/** Comes with words of its own, which no other page has any use for. */
const OperatorScreen = onDemand(
  async () => {
    const [{ OperatorScreen: Screen }, { fetchOperatorWords }] = await Promise.all([
      import('../../operator/operator-screen.tsx'),
      import('../../operator/operator-words.tsx'),
      interpreter.whole(),
    ]);
    await fetchOperatorWords(interpreter.language.tag);
    return Screen;
  },
  <Coming />,
);

/** Where whoever runs the server keeps it in order. Nothing public leads here. */
export function OperatorPage() {
  useChosenTheme();
  const here = useInBrowser(() => true, false);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col px-4 sm:px-8">
      <Masthead />
      <main className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start pt-2 pb-24">
        {here ? <OperatorScreen /> : <Coming />}
      </main>
    </div>
  );
}

function Coming() {
  const t = useText();
  return (
    <div className="grid min-h-24 place-items-center text-glow">
      <title>{t('app.name')}</title>
      <Waiting />
    </div>
  );
}
