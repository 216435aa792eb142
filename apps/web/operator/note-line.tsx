'use client';

import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useDesk, useDeskPart } from './use-desk.ts';

/** A note goes by itself; what it undoes can be undone elsewhere, too. */
const noteMs = 20_000;

/** What came of the last act, at the bottom of the window. It is said aloud where it is made: this is for the eyes. */
export function NoteLine() {
  const t = useText();
  const desk = useDesk();
  const note = useDeskPart((snapshot) => snapshot.note);
  useEffect(() => {
    if (!note) return;
    const timer = setTimeout(() => desk.tell(undefined), noteMs);
    return () => clearTimeout(timer);
  }, [desk, note]);
  if (!note) return null;
  return (
    <div
      data-note=""
      className="sticky bottom-3 z-20 mt-6 flex items-center gap-2 rounded-md border border-line bg-raised py-1 ps-4 pe-1 shadow-bar"
    >
      <p className="min-w-0 flex-1 py-2 wrap-anywhere">{note.text}</p>
      {note.undo && (
        <Button
          look="quiet"
          pad="snug"
          onClick={() => {
            desk.tell(undefined);
            note.undo?.();
          }}
        >
          {t('chat.undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('controls.close')} onClick={() => desk.tell(undefined)} />
    </div>
  );
}
