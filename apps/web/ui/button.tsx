import type { ComponentProps } from 'react';

const looks = {
  /** Makes you heard. One per screen. */
  voice: 'border-transparent bg-voice text-on-voice hover:bg-voice-strong',
  plain: 'border-edge bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
  /** What it opens is open. */
  open: 'border-transparent bg-sunken text-ink forced-colors:border-[Highlight]',
  /** A switch that is on. */
  on: 'border-transparent bg-ink text-ground hover:opacity-90 forced-colors:border-[Highlight]',
  muted: 'border-alert bg-alert-ground text-alert hover:border-ink',
  leave: 'border-transparent bg-leave text-on-leave hover:brightness-110',
} as const;

export type ButtonLook = keyof typeof looks;

const pads = { roomy: 'px-6', snug: 'px-3 sm:px-4', none: '' } as const;

interface Shape {
  look?: ButtonLook;
  pad?: keyof typeof pads;
}

const shape =
  'inline-flex min-h-12 min-w-12 items-center justify-center gap-2 rounded-full border py-2 text-center font-semibold leading-tight no-underline transition-[background-color,border-color,filter] duration-(--duration-quick) disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60';

export function Button({
  look = 'plain',
  pad = 'roomy',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Shape) {
  return <button {...rest} type={type} className={`${shape} ${looks[look]} ${pads[pad]} ${className}`} />;
}

export function LinkButton({
  look = 'plain',
  pad = 'roomy',
  className = '',
  ...rest
}: ComponentProps<'a'> & Shape) {
  return <a {...rest} className={`${shape} ${looks[look]} ${pads[pad]} ${className}`} />;
}
