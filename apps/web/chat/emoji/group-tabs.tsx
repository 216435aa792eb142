'use client';

import {
  Apple,
  Car,
  Flag,
  Hash,
  Lightbulb,
  type LucideIcon,
  PawPrint,
  Smile,
  Trophy,
  UserRound,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useText } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';

/** The groups of Unicode CLDR by their numbers; 2 are the parts that others are composed of. */
export const groups = {
  smileys: { number: 0, icon: Smile, label: 'emoji.smileys' },
  people: { number: 1, icon: UserRound, label: 'emoji.people' },
  nature: { number: 3, icon: PawPrint, label: 'emoji.nature' },
  food: { number: 4, icon: Apple, label: 'emoji.food' },
  travel: { number: 5, icon: Car, label: 'emoji.travel' },
  activities: { number: 6, icon: Trophy, label: 'emoji.activities' },
  objects: { number: 7, icon: Lightbulb, label: 'emoji.objects' },
  symbols: { number: 8, icon: Hash, label: 'emoji.symbols' },
  flags: { number: 9, icon: Flag, label: 'emoji.flags' },
} as const satisfies Record<string, { number: number; icon: LucideIcon; label: PlainKey }>;

export type Group = keyof typeof groups;
const names = Object.keys(groups) as Group[];

/** One stop for the Tab key; the arrows go from group to group. */
export function GroupTabs({
  group,
  onGroup,
  controls,
}: {
  group: Group;
  onGroup: (group: Group) => void;
  controls: string;
}) {
  const t = useText();

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps: Record<string, number> = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 };
    const at = names.indexOf(group);
    const ends: Record<string, number> = { Home: 0, End: names.length - 1 };
    const to = ends[event.key] ?? (event.key in steps ? at + (steps[event.key] ?? 0) : undefined);
    const next = to === undefined ? undefined : names[(to + names.length) % names.length];
    if (!next) return;
    event.preventDefault();
    onGroup(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-group="${next}"]`)?.focus();
  }

  return (
    <div
      role="tablist"
      aria-label={t('emoji.groups')}
      onKeyDown={onKeyDown}
      className="flex border-line border-b px-2"
    >
      {names.map((name) => {
        const { icon: Icon, label } = groups[name];
        const selected = name === group;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            data-group={name}
            aria-selected={selected}
            aria-controls={controls}
            tabIndex={selected ? 0 : -1}
            aria-label={t(label)}
            title={t(label)}
            onClick={() => onGroup(name)}
            className="grid h-10 min-w-0 flex-1 place-items-center border-transparent border-b-2 text-soft hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-glow aria-selected:text-ink"
          >
            <Icon aria-hidden="true" className="size-4.5" />
          </button>
        );
      })}
    </div>
  );
}
