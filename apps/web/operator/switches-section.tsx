'use client';

import type { OperatorSwitches } from '@earshot/protocol';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Switch } from '../ui/switch.tsx';
import { useAct } from './use-act.ts';
import { useDesk, useDeskPart } from './use-desk.ts';

const switches = ['noNewRooms', 'noListing'] as const satisfies (keyof OperatorSwitches)[];

/** What can be turned off for everybody, each at once. */
export function SwitchesSection() {
  const t = useText();
  const desk = useDesk();
  const { actOrTell } = useAct();
  const there = useDeskPart(({ overview }) => overview.switches);
  // Until the server was read again, what was just switched is shown.
  const [switching, setSwitching] = useState<OperatorSwitches>();

  async function turn(which: keyof OperatorSwitches, on: boolean): Promise<void> {
    if (switching) return;
    const next = { ...there, [which]: on };
    setSwitching(next);
    await actOrTell(async () => {
      await desk.client.setSwitches(next);
      return { did: t(on ? `operator.${which}_on` : `operator.${which}_off`) };
    });
    await desk.refresh();
    setSwitching(undefined);
  }

  return (
    <div className="grid max-w-xl gap-6">
      {switches.map((which) => (
        <Switch
          key={which}
          label={t(`operator.${which}`)}
          hint={t(`operator.${which}Hint`)}
          on={(switching ?? there)[which]}
          onChange={(on) => void turn(which, on)}
        />
      ))}
    </div>
  );
}
