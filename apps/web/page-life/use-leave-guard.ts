import { useEffect } from 'react';

/** While this is so, the browser asks before the page is closed or left. `isSo` is looked at in that moment. */
export function useLeaveGuard(active: boolean, isSo: () => boolean = always): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => isSo() && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active, isSo]);
}

const always = () => true;
