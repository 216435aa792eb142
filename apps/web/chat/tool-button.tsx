import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

/** A small button in a row of them. Its label is read aloud and shown on hover; a finger gets more room. */
export function ToolButton({
  icon: Icon,
  label,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  label: string;
}) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`grid size-9 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink disabled:opacity-50 aria-disabled:opacity-50 pointer-coarse:size-11 ${className}`}
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
