import { initials } from './initials.ts';

/** How many colours voice.css has. */
const hues = 10;

/**
 * A person without a picture: initials on the colour of their seat, so that neighbours never look alike;
 * without a seat, on none. The name stands beside it, so it stays silent.
 */
export function Avatar({ name, seat, className = '' }: { name: string; seat?: number; className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-hue={seat === undefined ? undefined : (seat * 7) % hues}
      className={`avatar grid aspect-square place-items-center overflow-hidden rounded-full font-display font-semibold tracking-tight select-none ${className}`}
    >
      {initials(name)}
    </span>
  );
}
