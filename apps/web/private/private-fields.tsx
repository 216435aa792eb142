'use client';

import { limits, truncate } from '@earshot/protocol';
import type { RoomPlan } from '../home/room-plan.ts';
import { useText } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { WayInField } from './way-in-field.tsx';

type PrivatePlan = Extract<RoomPlan, { kind: 'private' }>;

/** What somebody decides about a private room before they make it. */
export function PrivateFields({
  plan,
  onChange,
}: {
  plan: PrivatePlan;
  onChange: (plan: PrivatePlan) => void;
}) {
  const t = useText();
  const { mode, password, topic, tried } = plan;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p className="text-sm text-soft">{t('plan.sealedName')}</p>
      <WayInField value={mode} onChange={(next) => onChange({ ...plan, mode: next })} />
      {mode !== 'link' && (
        <NewPasswordField
          value={password}
          tried={tried}
          onChange={(next) => onChange({ ...plan, password: next })}
        />
      )}
      <TextField
        label={t('plan.topic')}
        hint={t('plan.sealed')}
        name="topic"
        value={topic}
        onChange={({ target }) =>
          onChange({ ...plan, topic: truncate(target.value, limits.roomTopicGraphemes) })
        }
      />
    </div>
  );
}
