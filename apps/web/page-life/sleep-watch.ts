/** A page whose clock stood still for so long in the background was put to sleep, and its sound with it. */
const asleepMs = 10_000;
const tickMs = 1_000;

interface Watched {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

/**
 * Calls back when the page is looked at again after the device had stopped it: frozen (Page Lifecycle), or
 * so slow that its timers did not run. @returns its undo.
 */
export function watchSleep(page: Watched, nowMs: () => number, onWake: () => void): () => void {
  let lastTickMs = nowMs();
  let slept = false;

  const tick = () => {
    if (page.visibilityState === 'hidden' && nowMs() - lastTickMs > asleepMs) slept = true;
    lastTickMs = nowMs();
  };
  const freeze = () => {
    slept = true;
  };
  const look = () => {
    if (page.visibilityState !== 'visible') {
      lastTickMs = nowMs();
      return;
    }
    if (nowMs() - lastTickMs > asleepMs) slept = true;
    lastTickMs = nowMs();
    if (!slept) return;
    slept = false;
    onWake();
  };

  const timer = setInterval(tick, tickMs);
  page.addEventListener('freeze', freeze);
  page.addEventListener('resume', look);
  page.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    page.removeEventListener('freeze', freeze);
    page.removeEventListener('resume', look);
    page.removeEventListener('visibilitychange', look);
  };
}
