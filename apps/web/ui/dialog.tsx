'use client';

import { X } from 'lucide-react';
import { type MouseEvent, type PointerEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from './icon-button.tsx';

const widths = {
  narrow: 'w-[min(28rem,calc(100vw-2rem))]',
  wide: 'w-[min(48rem,calc(100vw-1.5rem))] h-[min(40rem,calc(100dvh-1.5rem))] max-sm:h-[calc(100dvh-1.5rem)]',
} as const;
const places = { middle: 'm-auto', bottom: 'mx-auto mt-auto mb-3' } as const;

/** A modal dialog; it is open while it is mounted. Escape, its cross and a click beside it close it. */
export function Dialog({
  heading,
  width = 'narrow',
  place = 'middle',
  onClose,
  children,
}: {
  heading: string;
  width?: keyof typeof widths;
  /** At the bottom it is near the thumb and near the button that opened it. */
  place?: keyof typeof places;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it still stands in the page, also where another dialog takes its place: only then does the browser
  // give the focus back, and the next one remembers where from it came.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // Closed by the element itself, which is how the focus gets back to where it came from; `onClose` follows.
  const close = () => dialog.current?.close();

  // A press that began inside is none beside it, even where the content has moved from under the pointer since.
  const beganBeside = useRef(false);
  function begin(event: PointerEvent) {
    beganBeside.current = event.target === dialog.current;
  }
  function closeBeside(event: MouseEvent) {
    if (beganBeside.current && event.target === dialog.current) close();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself.
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onPointerDown={begin}
      onClick={closeBeside}
      className={`${places[place]} ${widths[width]} max-h-[calc(100dvh-1.5rem)] overscroll-contain rounded-lg border border-line bg-surface p-0 text-start text-ink shadow-bar backdrop:bg-scrim`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-4 sm:p-6">
        <div className="flex items-center justify-between gap-4">
          <h2 id={id} className="font-semibold text-xl wrap-anywhere">
            {heading}
          </h2>
          <IconButton icon={X} label={t('controls.close')} onClick={close} className="-me-3 -mt-1" />
        </div>
        {children}
      </div>
    </dialog>
  );
}
