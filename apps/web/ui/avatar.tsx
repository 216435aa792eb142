import { hueOf } from './hue.ts';
import { initials } from './initials.ts';

/** A person without a picture: initials on a colour of their own. The name stands beside it, so it stays silent. */
export function Avatar({ id, name, className = '' }: { id: string; name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-hue={hueOf(id)}
      className={`avatar grid aspect-square place-items-center overflow-hidden rounded-full font-display font-semibold tracking-tight select-none ${className}`}
    >
      {initials(name)}
    </span>
  );
}
