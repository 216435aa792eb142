'use client';

import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Waiting } from './waiting.tsx';

interface OnDemand<Props> {
  (props: Props): ReactNode;
  /** Fetches the code ahead, as when a pointer comes near. A failure counts only when it is wanted. */
  prepare(): void;
}

/**
 * A component whose code comes when it is first drawn. Where it cannot come (the connection is gone, a new
 * version stands on the server) that is said in its place, with a way to try again.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = <OnItsWay />,
): OnDemand<Props> {
  const fresh = () =>
    lazy(() =>
      load().then(
        (part) => ({ default: part }),
        (cause) => Promise.reject(new NotLoadedError('a part of the page did not load', { cause })),
      ),
    );
  let latest = { Part: fresh(), tries: 0 };

  // biome-ignore lint/correctness/noComponentHookFactories: made once, when its module is read.
  function Demanded(props: Props) {
    const [{ Part, tries }, setPart] = useState(latest);
    function retry() {
      latest = { Part: fresh(), tries: tries + 1 };
      setPart(latest);
    }
    return (
      <Mishap key={tries} onRetry={retry}>
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </Mishap>
    );
  }

  return Object.assign(Demanded, { prepare: () => void load().catch(() => {}) });
}

class NotLoadedError extends Error {}

function OnItsWay() {
  return (
    <div className="grid min-h-24 place-items-center text-glow">
      <Waiting />
    </div>
  );
}

/** Takes up only code that did not come: a bug belongs to the page's own error screen. */
class Mishap extends Component<{ onRetry: () => void; children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof NotLoadedError)) throw error;
    return <NotLoaded onRetry={this.props.onRetry} />;
  }
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <div className="p-4">
      <Notice what={t('broken.part')} next={t('broken.partNext')}>
        <Button onClick={onRetry}>{t('problem.tryAgain')}</Button>
      </Notice>
    </div>
  );
}
