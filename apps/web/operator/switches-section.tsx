'use client';

import type { OperatorSwitches } from '@earshot/protocol';
import { useRef, useState } from 'react';
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
  // Until the server was read again, what was asked for last is shown.
  const [asked, setAsked] = useState<OperatorSwitches>();
  // One after the other: a second press that comes while the first is under way counts, too.
  const line = useRef(Promise.resolve());
  const shown = asked ?? there;

  function turn(which: keyof OperatorSwitches, on: boolean): void {
    const next = { ...shown, [which]: on };
    setAsked(next);
    line.current = line.current.then(async () => {
      await actOrTell(async () => {
        await desk.client.setSwitches(next);
        return { did: t(on ? `operator.${which}_on` : `operator.${which}_off`) };
      });
      await desk.refresh();
      setAsked((last) => (last === next ? undefined : last));
    });
  }

  return (
    <div className="grid max-w-xl gap-6">
      {switches.map((which) => (
        <Switch
          key={which}
          label={t(`operator.${which}`)}
          hint={t(`operator.${which}Hint`)}
          on={shown[which]}
          onChange={(on) => turn(which, on)}
        />
      ))}
    </div>
  );
}
