'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Waiting } from './waiting.tsx';

/** So long after it appears, a click on Cancel is the second half of a double click on what was there before. */
const doubleClickMs = 500;

/** What is being waited for, and the way to stop that. */
export function UnderWay({ children, onCancel }: { children: ReactNode; onCancel: () => void }) {
  const t = useText();
  const cancel = useRef<HTMLButtonElement>(null);
  const shownAtMs = useRef(0);
  useEffect(() => {
    shownAtMs.current = performance.now();
    // Where the button that was pressed is gone, keyboards go on from here.
    if (document.activeElement === document.body) cancel.current?.focus({ preventScroll: true });
  }, []);

  function stop({ timeStamp }: MouseEvent) {
    if (timeStamp - shownAtMs.current > doubleClickMs) onCancel();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p
        role="status"
        className="flex min-h-12 min-w-0 flex-1 basis-48 items-center gap-3 font-medium wrap-anywhere"
      >
        <Waiting className="text-glow" />
        {children}
      </p>
      <Button
        ref={cancel}
        onClick={stop}
        // Enter that is still held from the button before is no wish to cancel.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        {t('lobby.cancel')}
      </Button>
    </div>
  );
}
