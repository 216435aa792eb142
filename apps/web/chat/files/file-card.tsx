'use client';

import type { FileOffer, Message, TransferSnapshot } from '@earshot/client';
import { Download, RotateCw, X } from 'lucide-react';
import { useEffect } from 'react';
import type { Language } from '../../i18n/interpreter.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useInside, useSnapshot } from '../../room/inside.tsx';
import { ToolButton } from '../tool-button.tsx';
import { FileFace } from './file-face.tsx';
import { fileShelf, isSmallPicture } from './file-shelf.ts';
import { saveFile } from './save-file.ts';
import { usePicture } from './use-picture.ts';
import { useTransfer } from './use-transfer.ts';

/** A file somebody offers: what it is, how it is coming, and how to keep it. A picture is shown. */
export function FileCard({ message, offer }: { message: Message; offer: FileOffer }) {
  const { t, format } = useLanguage();
  const shelf = fileShelf(useInside().room);
  const transfer = useTransfer(message, offer);
  const under = underWay(transfer);
  const here = useSnapshot(
    ({ members }) => message.own || members.some((each) => hasFile(each, message, { goesOn: under })),
  );
  const blob = shelf.own(message, offer) ?? transfer?.blob;
  const picture = usePicture(blob);
  const wanted = !message.own && here && transfer === undefined && isSmallPicture(offer);

  useEffect(() => {
    if (wanted) shelf.fetch(message, offer);
  }, [wanted, shelf, message, offer]);

  const { name, sizeBytes } = offer;
  const action = nextAction();
  return (
    <div className="grid w-64 max-w-full grid-cols-[minmax(0,1fr)] gap-1">
      {picture && (
        // biome-ignore lint/performance/noImgElement: bytes that only this browser has.
        <img
          src={picture}
          alt={t('chat.filePicture', { name })}
          decoding="async"
          className="max-h-72 w-full rounded-sm bg-sunken object-contain"
        />
      )}
      <div className="flex items-center gap-1">
        <FileFace name={name} sizeBytes={sizeBytes} state={words({ transfer, here, message, t, format })} />
        {/* One button whatever it does, so that the focus stays on it. */}
        {action && <ToolButton {...action} />}
      </div>
      {under && here && transfer && (
        <progress
          max={transfer.totalBytes || 1}
          value={transfer.receivedBytes}
          aria-label={t('chat.fileProgress', { name })}
          className="file-progress h-1.5 w-full"
        />
      )}
    </div>
  );

  function nextAction() {
    if (blob) {
      return { icon: Download, label: t('chat.save', { name }), onClick: () => saveFile(blob, name) };
    }
    if (!here || message.own) return undefined;
    if (under) {
      const cancel = () => shelf.transfer(message, offer)?.cancel();
      return { icon: X, label: t('chat.fileCancel'), onClick: cancel };
    }
    const download = () => shelf.fetch(message, offer, { onWhole: (whole) => saveFile(whole, name) });
    return { icon: transfer ? RotateCw : Download, label: t('chat.download', { name }), onClick: download };
  }
}

/** What is on its way goes on with whoever comes back under the same key, as another member. */
function hasFile(
  { id, key }: { id: string; key: string },
  { author }: Message,
  { goesOn }: { goesOn: boolean },
): boolean {
  return id === author.id || (goesOn && key !== '' && key === author.key);
}

function underWay(transfer: TransferSnapshot | undefined): boolean {
  return transfer?.at === 'waiting' || transfer?.at === 'moving' || transfer?.at === 'paused';
}

/** What happens to the file, where its size alone does not say enough. */
function words({
  transfer,
  here,
  message,
  t,
  format,
}: {
  transfer: TransferSnapshot | undefined;
  here: boolean;
  message: Message;
} & Pick<Language, 't' | 'format'>): string | undefined {
  if (transfer?.at === 'done') return undefined;
  const { name } = message.author;
  if (!here) return t('chat.fileLeft', { name });
  switch (transfer?.at) {
    case 'waiting':
      return t('chat.fileWaiting', { name });
    case 'moving':
    case 'paused':
      return t(transfer.at === 'moving' ? 'chat.fileMoving' : 'chat.filePaused', {
        done: format.bytes(transfer.receivedBytes),
        total: format.bytes(transfer.totalBytes),
      });
    case 'failed':
      return t('chat.fileFailed');
    default:
      return undefined;
  }
}
