import type { Member } from '@earshot/client';
import { Hand, Headphones, type LucideIcon, MicOff, MonitorUp } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { personMarks } from '../people/person-slots.ts';

/** Signs on the rim of a picture: hand above, microphone below, and what is shared beside it. */
export function SeatBadges({ member, handPlace }: { member: Member; handPlace: number | undefined }) {
  const t = useText();
  const { microphone, presence, streams } = member;
  const shares = streams.some(({ source, paused }) => source === 'screen' && !paused);
  return (
    <>
      {handPlace !== undefined && (
        <span
          role="img"
          aria-label={t('people.handPlace', { place: handPlace })}
          className="absolute -start-[4%] -top-[4%] flex h-[30%] max-h-9 min-h-6 items-center gap-0.5 rounded-full border-2 border-ground bg-ink px-[6%] text-sm font-bold text-ground"
        >
          <Hand aria-hidden="true" className="h-[60%] w-auto" />
          {handPlace}
        </span>
      )}
      {shares && (
        <Badge
          icon={MonitorUp}
          label={t('people.sharing')}
          className="start-[2%] bottom-[2%] bg-raised text-ink"
        />
      )}
      {microphone !== 'live' && presence === 'here' && (
        <Badge
          icon={microphone === 'muted' ? MicOff : Headphones}
          className={`end-[2%] bottom-[2%] ${microphone === 'muted' ? 'bg-alert-ground text-alert' : 'bg-sunken text-soft'}`}
        />
      )}
      {personMarks.length > 0 && (
        <span className="absolute end-[2%] top-[2%] flex">
          {personMarks.map(({ id, Slot }) => (
            <Slot key={id} member={member} />
          ))}
        </span>
      )}
    </>
  );
}

function Badge({ icon: Icon, label, className }: { icon: LucideIcon; label?: string; className: string }) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className={`absolute grid aspect-square w-[30%] max-w-9 min-w-6 place-items-center rounded-full border-2 border-ground ${className}`}
    >
      <Icon aria-hidden="true" className="size-[55%]" />
    </span>
  );
}
