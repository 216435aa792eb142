/** What a browser gives: `navigator.wakeLock` (W3C Screen Wake Lock). */
export interface WakeLocks {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

interface Watched {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

/**
 * Keeps the screen on until its undo is called. The browser takes the lock away whenever the page is hidden;
 * it is asked for again when the page is back. Where it is refused (a low battery) the screen just goes off.
 */
export function keepAwake(locks: WakeLocks, page: Watched): () => void {
  let held: Promise<{ release(): Promise<void> } | undefined> | undefined;
  let wanted = true;

  const letGo = () => {
    void held?.then((lock) => lock?.release()).catch(() => {});
    held = undefined;
  };
  const take = () => {
    if (!wanted || page.visibilityState !== 'visible') return;
    letGo();
    held = locks.request('screen').catch(() => undefined);
  };

  page.addEventListener('visibilitychange', take);
  take();
  return () => {
    wanted = false;
    page.removeEventListener('visibilitychange', take);
    letGo();
  };
}
