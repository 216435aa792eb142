'use client';

import { defaultRoomSettings, RoomSettings } from '@earshot/protocol';
import { useEffect } from 'react';
import { unmadePlan } from '../home/create-plan.ts';
import { useText } from '../i18n/language.ts';
import { SettingsFields } from './settings-fields.tsx';

/** What somebody decides about a room before they make it. */
export function RoomSetUp({
  plan,
  onChange,
}: {
  plan: RoomSettings | undefined;
  onChange: (plan: RoomSettings) => void;
}) {
  const t = useText();
  useEffect(() => {
    if (!plan) onChange(RoomSettings.safeParse(unmadePlan()).data ?? defaultRoomSettings);
  }, [plan, onChange]);
  return (
    <div className="grid gap-6 rounded-lg border border-line bg-surface p-5 sm:p-6">
      <SettingsFields settings={plan ?? defaultRoomSettings} onChange={onChange} />
      <p className="border-t border-line pt-4 text-sm text-soft">{t('plan.owner')}</p>
    </div>
  );
}
