import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button, type ButtonLook } from './button.tsx';

/** A button that shows only its icon; its label is read aloud and shown on hover. */
export function IconButton({
  icon: Icon,
  label,
  look = 'quiet',
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { icon: LucideIcon; label: string; look?: ButtonLook }) {
  return (
    <Button
      {...rest}
      look={look}
      pad="none"
      aria-label={label}
      title={label}
      className={`size-12 shrink-0 ${className}`}
    >
      <Icon aria-hidden="true" className="size-5" />
    </Button>
  );
}
