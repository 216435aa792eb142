import { useCallback, useMemo, useState } from 'react';
import { accept, type Refusal } from '../files/accept.ts';

/** The files that go with the next message. */
export interface Tray {
  readonly files: readonly File[];
  /** Why some of those chosen last are not among them. */
  readonly refusals: readonly Refusal[];
  add(chosen: readonly File[]): void;
  remove(file: File): void;
  clear(): void;
}

export function useTray(): Tray {
  const [{ files, refusals }, set] = useState<{ files: readonly File[]; refusals: readonly Refusal[] }>({
    files: [],
    refusals: [],
  });
  const add = useCallback(
    (chosen: readonly File[]) =>
      set((tray) => {
        const accepted = accept(chosen, tray.files.length);
        return { files: [...tray.files, ...accepted.files], refusals: accepted.refusals };
      }),
    [],
  );
  const remove = useCallback(
    (file: File) => set((tray) => ({ files: tray.files.filter((each) => each !== file), refusals: [] })),
    [],
  );
  const clear = useCallback(() => set({ files: [], refusals: [] }), []);
  return useMemo(() => ({ files, refusals, add, remove, clear }), [files, refusals, add, remove, clear]);
}
