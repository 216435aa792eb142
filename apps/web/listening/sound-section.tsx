'use client';

import { useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Switch } from '../ui/switch.tsx';
import { rememberLevelling } from './levelling-choice.ts';
import { LoudspeakerCheck } from './loudspeaker-check.tsx';
import { useLevelling } from './use-volume.ts';

/** How one hears the room. */
export function SoundSection() {
  const t = useText();
  const { hearing } = useInside().room;
  const levelling = useLevelling();

  function change(on: boolean) {
    rememberLevelling(on);
    hearing.setLevelling(on);
  }

  return (
    <div className="grid gap-7">
      <LoudspeakerCheck />
      <Switch
        label={t('listening.levelling')}
        hint={t('listening.levellingHint')}
        on={levelling}
        onChange={change}
      />
    </div>
  );
}
