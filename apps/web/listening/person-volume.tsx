'use client';

import type { Member } from '@earshot/client';
import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { useVolume } from './use-volume.ts';

/** How one hears somebody: louder, softer, not at all. Nobody else notices, and it is remembered. */
export function PersonVolume({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const { hearing } = useInside().room;
  const { volume, muted } = useVolume(member.id);
  const slider = useId();
  const asTheyCome = volume === 1 && !muted;

  return (
    <>
      <div className="grid gap-2">
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor={slider} className="font-semibold">
            {t('listening.volume')}
          </label>
          <output htmlFor={slider} className="text-soft tabular-nums">
            {format.percent(volume)}
          </output>
        </div>
        <input
          id={slider}
          type="range"
          min={0}
          max={200}
          step={5}
          value={Math.round(volume * 100)}
          aria-valuetext={format.percent(volume)}
          onChange={(event) => hearing.setVolume(member.id, { volume: Number(event.target.value) / 100 })}
          className="h-10 w-full cursor-pointer rounded-sm accent-ink"
        />
      </div>
      <Switch
        label={t('listening.muteForMe')}
        hint={t('listening.muteForMeHint')}
        on={muted}
        onChange={(on) => hearing.setVolume(member.id, { muted: on })}
      />
      <Button
        aria-disabled={asTheyCome}
        onClick={() => hearing.setVolume(member.id, { volume: 1, muted: false })}
      >
        <RotateCcw aria-hidden="true" className="size-4.5" />
        {t('listening.reset')}
      </Button>
      {member.key === '' && <p className="text-sm text-soft">{t('listening.noKey')}</p>}
    </>
  );
}
