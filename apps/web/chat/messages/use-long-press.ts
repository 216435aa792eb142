import { type PointerEvent, useCallback, useEffect, useRef } from 'react';

const longMs = 450;
/** A finger that moves further than this scrolls. */
const tremblePx = 10;

/** A finger that rests on something asks what can be done with it. A mouse has hovering for that. */
export function useLongPress(onLong: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
  const end = useCallback(() => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  return {
    onPointerDown(event: PointerEvent) {
      end();
      if (event.pointerType === 'mouse') return;
      press.current = { timer: setTimeout(onLong, longMs), x: event.clientX, y: event.clientY };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const from = press.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > tremblePx) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
