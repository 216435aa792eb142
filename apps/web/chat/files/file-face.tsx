'use client';

import { FileArchive, FileAudio, FileImage, FileText, FileVideo, File as PlainFile } from 'lucide-react';
import { useLanguage } from '../../i18n/language.ts';
import { splitName } from './file-name.ts';
import { usePicture } from './use-picture.ts';

const icons = [
  [/\.(?:png|jpe?g|gif|webp|avif|svg|heic|bmp)$/i, FileImage],
  [/\.(?:mp3|ogg|opus|wav|flac|m4a)$/i, FileAudio],
  [/\.(?:mp4|webm|mkv|mov|avi)$/i, FileVideo],
  [/\.(?:zip|gz|xz|7z|rar|tar|zst)$/i, FileArchive],
  [/\.(?:pdf|txt|md|docx?|odt|rtf|csv|xlsx?|ods|pptx?|odp)$/i, FileText],
] as const;

/** How a file looks in a line: a small picture of it or of its kind, its name, its size or what happens to it. */
export function FileFace({
  name,
  sizeBytes,
  blob,
  state,
}: {
  name: string;
  sizeBytes: number;
  blob?: Blob | undefined;
  state?: string | undefined;
}) {
  const { format } = useLanguage();
  const picture = usePicture(blob);
  const Icon = icons.find(([pattern]) => pattern.test(name))?.[1] ?? PlainFile;
  const { start, end } = splitName(name);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 py-1.5">
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center overflow-hidden rounded-sm bg-sunken text-soft"
      >
        {picture ? (
          // biome-ignore lint/performance/noImgElement: bytes that only this browser has.
          <img src={picture} alt="" className="size-full object-cover" />
        ) : (
          <Icon className="size-5" />
        )}
      </span>
      <div className="min-w-0 flex-1 text-sm leading-snug">
        <bdi title={name} className="flex min-w-0 font-semibold">
          <span className="truncate">{start}</span>
          <span className="shrink-0 whitespace-pre">{end}</span>
        </bdi>
        <p className="text-soft">{state ?? format.bytes(sizeBytes)}</p>
      </div>
    </div>
  );
}
