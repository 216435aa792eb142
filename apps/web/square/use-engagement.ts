import { type RefObject, useEffect } from 'react';

/** Who has gone may come right back. */
const comeBackMs = 600;

/**
 * Tells whether somebody is busy with what is in `area`: a mouse is over it, the focus is in it, or it is scrolled
 * so far that what moved at its top would move what is looked at.
 */
export function useEngagement(
  area: RefObject<HTMLElement | null>,
  onChange: (engaged: boolean) => void,
): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let [pointed, focused, engaged] = [false, false, false];
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const now = pointed || focused || element.getBoundingClientRect().top < 0;
      clearTimeout(leaving);
      if (now === engaged) return;
      if (now) {
        engaged = true;
        onChange(true);
      } else {
        leaving = setTimeout(() => {
          engaged = false;
          onChange(false);
        }, comeBackMs);
      }
    };
    const scope = new AbortController();
    const listen = (target: EventTarget, name: string, hear: (event: Event) => void) =>
      target.addEventListener(name, hear, { signal: scope.signal, passive: true });
    listen(element, 'pointerenter', (event) => {
      pointed = (event as PointerEvent).pointerType === 'mouse';
      work();
    });
    listen(element, 'pointerleave', () => {
      pointed = false;
      work();
    });
    listen(element, 'focusin', () => {
      focused = true;
      work();
    });
    listen(element, 'focusout', (event) => {
      focused = element.contains((event as FocusEvent).relatedTarget as Node | null);
      work();
    });
    listen(window, 'scroll', work);
    work();
    return () => {
      scope.abort();
      clearTimeout(leaving);
    };
  }, [area, onChange]);
}
