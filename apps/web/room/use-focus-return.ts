import { useLayoutEffect, useRef } from 'react';

/** When something that took the focus closes, the focus goes back to where it was when that opened. */
export function useFocusReturn(open: boolean): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(open);
  useLayoutEffect(() => {
    if (open === wasOpen.current) return;
    wasOpen.current = open;
    if (open) from.current = document.activeElement;
    else if (document.activeElement === document.body) {
      const known = from.current?.isConnected && from.current !== document.body;
      const back = known ? from.current : document.querySelector('main');
      if (back instanceof HTMLElement) back.focus();
    }
  }, [open]);
}
