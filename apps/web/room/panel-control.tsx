'use client';

import { useText } from '../i18n/language.ts';
import { Control } from './control.tsx';
import { useFrame } from './frame.tsx';
import { SidePanel } from './frame-parts.tsx';
import { type Panel, panels } from './panels.tsx';

const noBadge = () => 0;

/** Opens and closes one of the panels. */
export function PanelControl({ id, keys }: { id: string; keys?: string }) {
  const panel = panels.find((each) => each.id === id);
  return panel ? <Toggle panel={panel} {...(keys && { keys })} /> : null;
}

function Toggle({
  panel: { id, icon, label, Body, useBadge = noBadge },
  keys,
}: {
  panel: Panel;
  keys?: string;
}) {
  const t = useText();
  const { panel, togglePanel } = useFrame();
  const open = panel?.id === id;
  const fresh = useBadge();
  return (
    <Control
      icon={icon}
      label={t(label)}
      expanded={open}
      badge={open ? 0 : fresh}
      badgeLabel={t('frame.fresh', { count: fresh })}
      {...(keys && { keys })}
      onPress={() => togglePanel(id)}
      onNear={() => {
        SidePanel.prepare();
        Body.prepare();
      }}
    />
  );
}
