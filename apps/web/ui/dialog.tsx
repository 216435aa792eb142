'use client';

import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from './icon-button.tsx';

/** A modal dialog; it is open while it is mounted. Escape, its cross and a click beside it close it. */
export function Dialog({
  heading,
  onClose,
  children,
}: {
  heading: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // Closed by the element itself, which is how the focus gets back to where it came from; `onClose` follows.
  const close = () => dialog.current?.close();

  function closeBeside(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself.
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={closeBeside}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-ink shadow-bar backdrop:bg-scrim"
    >
      <div className="grid gap-5 p-6">
        <div className="flex items-center justify-between gap-4">
          <h2 id={id} className="text-xl font-semibold">
            {heading}
          </h2>
          <IconButton icon={X} label={t('controls.close')} onClick={close} className="-me-3 -mt-1" />
        </div>
        {children}
      </div>
    </dialog>
  );
}
