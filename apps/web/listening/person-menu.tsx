'use client';

import type { Member } from '@earshot/client';
import { SlidersHorizontal, VolumeX } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { useVolume } from './use-volume.ts';

const PersonPanel = onDemand(() => import('./person-panel.tsx').then((file) => file.PersonPanel), null);

const unlessNear = 'in-[.seat:not(:hover,:focus-within)]:not-aria-expanded:pointer-fine:opacity-0';

/**
 * The button that opens how one hears somebody. On a tile it shows when the tile is pointed at or focused,
 * always on touch, and as long as they are not heard as they come.
 */
export function PersonMenu({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const { volume, muted } = useVolume(member.id);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { name } = member;
  const changed = muted || volume !== 1;
  const Icon = muted ? VolumeX : SlidersHorizontal;

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={personLabel()}
        title={t('listening.menu', { name })}
        onClick={() => setOpen(!open)}
        onPointerEnter={PersonPanel.prepare}
        onFocus={PersonPanel.prepare}
        className={`inline-flex min-h-(--menu) min-w-(--menu) items-center justify-center gap-1 rounded-full border px-[calc(var(--menu)/5)] text-sm font-semibold tabular-nums shadow-card transition-opacity duration-(--duration-quick) after:absolute after:-inset-2 in-[.seat]:absolute in-[.seat]:end-0 in-[.seat]:top-[calc(var(--halo)+var(--avatar)/2-var(--menu)/2)] not-in-[.seat]:relative ${
          muted ? 'border-alert bg-alert-ground text-alert' : 'border-edge bg-raised text-ink'
        } ${changed ? '' : unlessNear}`}
      >
        {changed && !muted ? (
          <span aria-hidden="true">{format.percent(volume)}</span>
        ) : (
          <Icon aria-hidden="true" className="size-[calc(var(--menu)/2)] shrink-0" />
        )}
      </button>
      {open && <PersonPanel member={member} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );

  function personLabel(): string {
    if (muted) return t('listening.menuMuted', { name });
    return volume === 1
      ? t('listening.menu', { name })
      : t('listening.menuVolume', { name, volume: format.percent(volume) });
  }
}
