'use client';

import type { Member } from '@earshot/client';
import { RotateCcw } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type RefObject, useId } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';
import { useInside } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { useVolume } from './use-volume.ts';

/** How one hears somebody: louder, softer, not at all. Nobody else notices, and it is remembered. */
export function PersonPanel({
  member,
  anchor,
  onClose,
}: {
  member: Member;
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { hearing } = useInside().room;
  const { volume, muted } = useVolume(member.id);
  const heading = useId();
  const slider = useId();
  const asTheyCome = volume === 1 && !muted;

  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-labelledby={heading}
          side="bottom"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // A press on the button closes it, too: closing here would let that press open it again.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className="z-20 grid max-h-(--radix-popover-content-available-height) w-[min(20rem,calc(100vw-1.5rem))] gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-ink shadow-bar"
        >
          <div className="grid gap-1">
            <h2 id={heading} className="font-semibold wrap-anywhere">
              <bdi>{member.name}</bdi>
            </h2>
            <ShortName ofKey={member.key} />
          </div>
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
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
