'use client';

import { limits } from '@earshot/protocol';
import { X } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useInside } from '../../room/inside.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { mostFiles, type Refusal } from '../files/accept.ts';
import { FileFace } from '../files/file-face.tsx';
import { fileShelf } from '../files/file-shelf.ts';
import { ToolButton } from '../tool-button.tsx';
import type { Tray } from './use-tray.ts';

/** Files that will be sent, those that are being read, and those that cannot be sent, with the reason. */
export function Outgoing({ tray }: { tray: Tray }) {
  const { t } = useLanguage();
  const shelf = fileShelf(useInside().room);
  const preparing = useSyncExternalStore(
    shelf.subscribe,
    useCallback(() => shelf.preparing, [shelf]),
  );

  return (
    <>
      {tray.refusals.map((refusal) => (
        <RefusalNotice key={`${refusal.why} ${'name' in refusal ? refusal.name : ''}`} refusal={refusal} />
      ))}
      {tray.files.length > 0 && (
        <ul
          aria-label={t('chat.attached')}
          className="grid max-h-40 grid-cols-[minmax(0,1fr)] gap-1 overflow-y-auto"
        >
          {tray.files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may share everything but their place.
            <li key={`${index} ${file.name}`} className="flex items-center gap-2 rounded-md bg-sunken ps-2">
              <FileFace name={file.name} sizeBytes={file.size} blob={file} />
              <ToolButton
                icon={X}
                label={t('chat.remove', { name: file.name })}
                onClick={() => tray.remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      {preparing.map(({ key, name, at }) =>
        at === 'reading' ? (
          <p key={key} role="status" className="flex items-center gap-2 px-2 text-soft text-sm">
            <Waiting />
            <span className="truncate">{t('chat.filePreparing', { name })}</span>
          </p>
        ) : (
          <Notice key={key} what={t('chat.fileUnreadable', { name })}>
            <button type="button" className="min-h-9 underline" onClick={() => shelf.forget(key)}>
              {t('chat.discard')}
            </button>
          </Notice>
        ),
      )}
    </>
  );
}

function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const { t, format } = useLanguage();
  switch (refusal.why) {
    case 'too_large':
      return (
        <Notice
          what={t('chat.fileTooLarge', {
            name: refusal.name,
            size: format.bytes(refusal.sizeBytes),
            limit: format.bytes(limits.fileBytes),
          })}
          next={t('chat.fileTooLargeNext')}
        />
      );
    case 'empty':
      return <Notice what={t('chat.fileEmpty', { name: refusal.name })} />;
    case 'too_many':
      return <Notice what={t('chat.fileTooMany', { count: mostFiles })} />;
  }
}
