'use client';

import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { ariaKeys, keyNames } from '../shortcuts/key-press.ts';
import { useSingleKeys } from '../shortcuts/use-shortcut.ts';
import { Button } from '../ui/button.tsx';

export interface ControlProps {
  icon: LucideIcon;
  /** What a press does now, in words: "Raise hand", "Lower hand". */
  label: string;
  onPress: () => void;
  /** It is switched on. Left out where it is no switch. */
  pressed?: boolean;
  /** It opens a dialog, a menu or a panel; `expanded` where that stays beside it. */
  opens?: 'dialog' | 'menu';
  expanded?: boolean;
  /** A number on its corner; 0 shows nothing. `badgeLabel` is what it means, for those who do not see it. */
  badge?: number;
  badgeLabel?: string;
  /** The key that does the same, as in `useShortcut`. */
  keys?: string;
  disabled?: boolean;
  /** A pointer or the focus came near: a moment to fetch code. */
  onNear?: () => void;
}

type Draw = (props: ControlProps) => ReactNode;

const ControlPlace = createContext<Draw>(BarControl);

/** One thing to do in a room: a round button in the bar, a line with words in the menu behind "More". */
export function Control(props: ControlProps) {
  const Drawn = useContext(ControlPlace);
  return <Drawn {...props} />;
}

/** Draws the controls inside as `draw` does. */
export function DrawControls({ as, children }: { as: Draw; children: ReactNode }) {
  return <ControlPlace value={as}>{children}</ControlPlace>;
}

/** What a control tells assistive technology, wherever it is drawn. */
export function controlSemantics({ pressed, opens, expanded, disabled }: ControlProps) {
  return {
    ...(pressed !== undefined && { 'aria-pressed': pressed }),
    ...(opens && { 'aria-haspopup': opens }),
    ...(expanded !== undefined && { 'aria-expanded': expanded }),
    ...(disabled && { 'aria-disabled': true }),
  };
}

function BarControl(props: ControlProps) {
  const {
    icon: Icon,
    label,
    keys,
    badge = 0,
    badgeLabel,
    pressed,
    expanded,
    disabled,
    onPress,
    onNear,
  } = props;
  const [singleKeys] = useSingleKeys();
  const shown = keys && singleKeys ? keys : undefined;
  const name = badge > 0 && badgeLabel ? `${label}, ${badgeLabel}` : label;
  return (
    <Button
      {...controlSemantics(props)}
      look={pressed ? 'on' : expanded ? 'open' : 'quiet'}
      pad="none"
      aria-label={name}
      title={shown ? `${label} (${keyNames(shown, false).join(' ')})` : label}
      {...(shown && { 'aria-keyshortcuts': ariaKeys(shown) })}
      onClick={disabled ? undefined : onPress}
      onPointerEnter={onNear}
      onFocus={onNear}
      className="relative size-12 shrink-0"
    >
      <Icon aria-hidden="true" className="size-5.5" />
      <ControlBadge badge={badge} />
    </Button>
  );
}

export function ControlBadge({ badge }: { badge: number }) {
  if (badge <= 0) return null;
  return (
    <span
      aria-hidden="true"
      className="absolute end-0 top-0 grid h-5 min-w-5 place-items-center rounded-full border border-raised bg-ink px-1 text-xs font-bold text-ground"
    >
      {badge > 99 ? '99+' : badge}
    </span>
  );
}
