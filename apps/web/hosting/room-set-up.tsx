'use client';

import { defaultRoomSettings, RoomSettings } from '@earshot/protocol';
import { useEffect } from 'react';
import { unmadePlan } from '../home/create-plan.ts';
import type { RoomPlan } from '../home/room-plan.ts';
import { useText } from '../i18n/language.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { Switch } from '../ui/switch.tsx';
import { SettingsFields } from './settings-fields.tsx';

const PrivateFields = onDemand(() =>
  import('../private/private-fields.tsx').then((file) => file.PrivateFields),
);

const openPlan: RoomPlan = { kind: 'open', settings: defaultRoomSettings };
const privatePlan: RoomPlan = { kind: 'private', mode: 'password', password: '', topic: '', tried: false };

/** What somebody decides about a room before they make it. */
export function RoomSetUp({
  plan = openPlan,
  onChange,
}: {
  plan: RoomPlan | undefined;
  onChange: (plan: RoomPlan) => void;
}) {
  const t = useText();
  useEffect(() => {
    if (plan !== openPlan) return;
    const { data: settings } = RoomSettings.safeParse(unmadePlan());
    onChange(settings ? { kind: 'open', settings } : plan);
  }, [plan, onChange]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 rounded-lg border border-line bg-surface p-5 sm:p-6">
      <ChoiceField
        label={t('plan.kind')}
        value={plan.kind}
        onChange={(kind) => onChange(kind === 'open' ? openPlan : privatePlan)}
        options={[
          { value: 'open', label: t('plan.open'), hint: t('plan.openHint') },
          { value: 'private', label: t('plan.private'), hint: t('plan.privateHint') },
        ]}
      />
      {plan.kind === 'private' ? (
        <PrivateFields plan={plan} onChange={onChange} />
      ) : (
        <>
          <SettingsFields
            settings={plan.settings}
            onChange={(settings) => onChange({ kind: 'open', settings })}
          />
          <Switch
            label={t('plan.encrypted')}
            hint={t('plan.encryptedHint')}
            on={plan.settings.encrypted === true}
            // Whoever finds it on the front page would have no key: it is not listed.
            onChange={(encrypted) =>
              onChange({
                kind: 'open',
                settings: { ...plan.settings, encrypted, ...(encrypted && { listed: false }) },
              })
            }
          />
        </>
      )}
      <p className="border-t border-line pt-4 text-sm text-soft">
        {t(plan.kind === 'private' ? 'plan.keyHere' : 'plan.owner')}
      </p>
    </div>
  );
}
