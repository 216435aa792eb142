'use client';

import { useText } from '../i18n/language.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ControlBadge, type ControlProps, controlSemantics, DrawControls } from './control.tsx';
import { controls } from './controls.tsx';
import { useFrame } from './frame.tsx';

/** The controls that found no place in the bar, as lines with words. */
export function MoreDialog({ hidden, onClose }: { hidden: readonly string[]; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog heading={t('frame.more')} onClose={onClose} place="bottom">
      <div className="grid gap-1">
        <DrawControls as={MenuLine}>
          {controls.map(({ id, Entry }) => hidden.includes(id) && <Entry key={id} />)}
        </DrawControls>
      </div>
    </Dialog>
  );
}

/** Does what it says and closes the menu, unless that has opened something in its place. */
function MenuLine(props: ControlProps) {
  const { closeDialog } = useFrame();
  const { icon: Icon, label, badge = 0, badgeLabel, pressed, disabled, onPress, onNear } = props;

  function press() {
    closeDialog();
    onPress();
  }

  return (
    <button
      {...controlSemantics(props)}
      type="button"
      {...(badge > 0 && badgeLabel && { 'aria-label': `${label}, ${badgeLabel}` })}
      onClick={disabled ? undefined : press}
      onPointerEnter={onNear}
      onFocus={onNear}
      className={`flex min-h-14 items-center gap-4 rounded-md px-3 text-start text-lg font-medium aria-disabled:opacity-60 ${
        pressed ? 'bg-ink text-ground' : 'hover:bg-sunken'
      }`}
    >
      <span className="relative grid size-10 shrink-0 place-items-center">
        <Icon aria-hidden="true" className="size-5.5" />
        <ControlBadge badge={badge} />
      </span>
      {label}
    </button>
  );
}
