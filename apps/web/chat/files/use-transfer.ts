import type { FileOffer, Message, TransferSnapshot } from '@earshot/client';
import { useCallback, useSyncExternalStore } from 'react';
import { useInside } from '../../room/inside.tsx';
import { fileShelf } from './file-shelf.ts';

const nothing = () => {};

/** How a file is coming; undefined where nobody has asked for it. */
export function useTransfer(message: Message, offer: FileOffer): TransferSnapshot | undefined {
  const shelf = fileShelf(useInside().room);
  const transfer = useSyncExternalStore(
    shelf.subscribe,
    useCallback(() => shelf.transfer(message, offer), [shelf, message, offer]),
  );
  return useSyncExternalStore(
    useCallback((listener) => transfer?.subscribe(listener) ?? nothing, [transfer]),
    useCallback(() => transfer?.snapshot, [transfer]),
  );
}
