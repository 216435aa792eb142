'use client';

import { Mic, MicOff } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { watchLetGo } from './let-go.ts';

/** Talks while it is held, by pointer or by keyboard. */
export function HoldButton({
  live,
  describedBy,
  className,
  labelClassName,
  onHold,
  onRelease,
}: {
  live: boolean;
  describedBy?: string | undefined;
  className: string;
  labelClassName: string;
  onHold: () => void;
  onRelease: () => void;
}) {
  const t = useText();
  const held = useRef(false);
  const latest = useRef(onRelease);
  useEffect(() => {
    latest.current = onRelease;
  });

  function hold() {
    if (held.current) return;
    held.current = true;
    onHold();
  }
  function release() {
    if (!held.current) return;
    held.current = false;
    latest.current();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `release` reads nothing but refs.
  useEffect(() => {
    const stop = watchLetGo(release);
    return () => {
      stop();
      release();
    };
  }, []);

  function pointerDown(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return;
    // Told of the release wherever the finger is by then.
    event.currentTarget.setPointerCapture(event.pointerId);
    hold();
  }
  function keyDown(event: KeyboardEvent) {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) hold();
  }
  function keyUp(event: KeyboardEvent) {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    release();
  }
  /** A screen reader can click, but not hold: its click begins, and the next one ends. */
  function click(event: MouseEvent) {
    if (event.detail !== 0) return;
    if (held.current) release();
    else hold();
  }

  const Icon = live ? Mic : MicOff;
  return (
    <Button
      look={live ? 'voice' : 'muted'}
      pad="none"
      aria-label={t('talk.hold')}
      title={t('talk.hold')}
      aria-pressed={live}
      aria-describedby={describedBy}
      className={`touch-none select-none ${className}`}
      onPointerDown={pointerDown}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={keyDown}
      onKeyUp={keyUp}
      onBlur={release}
      onClick={click}
    >
      <Icon aria-hidden="true" className="size-5.5 shrink-0" />
      <span className={labelClassName}>{t('talk.hold')}</span>
    </Button>
  );
}
