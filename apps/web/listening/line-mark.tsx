'use client';

import type { Member } from '@earshot/client';
import { SignalLow, SignalMedium } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';
import type { Line } from './own-line-watch.ts';
import { useOwnLine } from './use-own-line.ts';

/** Says on somebody's tile that their line is not good; for oneself, both ways. Nothing where all is well. */
export function LineMark({ member }: { member: Member }) {
  const own = useSnapshot(({ self }) => self.id === member.id);
  if (member.presence === 'away') return null;
  return own ? <OwnLineMark /> : <Mark line={member.line ?? 'good'} own={false} />;
}

function OwnLineMark() {
  return <Mark line={useOwnLine()} own />;
}

function Mark({ line, own }: { line: Line; own: boolean }) {
  const t = useText();
  if (line === 'good') return null;
  const words = t(own ? `line.own_${line}` : `line.${line}`);
  const Icon = line === 'poor' ? SignalLow : SignalMedium;
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      data-line={line}
      className={`grid size-7 place-items-center rounded-full border-2 border-ground ${
        line === 'poor' ? 'bg-alert-ground text-alert' : 'bg-sunken text-soft'
      }`}
    >
      <Icon aria-hidden="true" className="size-4" />
    </span>
  );
}
