'use client';

import type { WayIn } from '../home/room-plan.ts';
import { useText } from '../i18n/language.ts';
import { ChoiceField } from '../ui/choice-field.tsx';

/** What it takes to come in: a password, a link with a key in it, or both. */
export function WayInField({ value, onChange }: { value: WayIn; onChange: (way: WayIn) => void }) {
  const t = useText();
  return (
    <ChoiceField
      label={t('way.legend')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'password', label: t('way.password'), hint: t('way.passwordHint') },
        { value: 'link', label: t('way.link'), hint: t('way.linkHint') },
        { value: 'both', label: t('way.both'), hint: t('way.bothHint') },
      ]}
    />
  );
}
