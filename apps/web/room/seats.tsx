'use client';

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { CopyLink } from '../share/copy-link.tsx';
import { handPlaces } from './hand-order.ts';
import { useInside, useSnapshot } from './inside.tsx';
import { LevelRings } from './level-rings.ts';
import { useRoomAccess } from './room-provider.tsx';
import { heldSecret } from './room-secrets.ts';
import { Seat } from './seat.tsx';
import { rowGapPx, seatPlan } from './seat-plan.ts';

/** What stands under somebody who is alone. */
const invitationPx = 134;

/** Everybody in the room, oneself first. As a strip they are one row, beside something to look at. */
export function Seats({ form = 'grid' }: { form?: 'grid' | 'strip' }) {
  const t = useText();
  const { room } = useInside();
  const { room: name } = useRoomAccess();
  const [rings] = useState(() => new LevelRings());
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  const places = useMemo(() => handPlaces([self, ...members]), [self, members]);
  const count = members.length + 1;
  const floor = useSeatPlan(count, form);

  useEffect(() => room.onLevels((levels) => rings.hear(levels)), [room, rings]);

  return (
    <div
      ref={floor}
      className={form === 'grid' ? 'flex min-h-40 flex-1 basis-0 px-4 sm:px-8' : 'shrink-0 px-4 pb-2'}
    >
      <div className="m-auto grid w-full justify-items-center gap-5">
        <ul aria-label={t('room.seats')} data-form={form} className="seats max-w-full">
          <Seat member={self} own handPlace={places.get(self.id)} rings={rings} />
          {members.map((member) => (
            <Seat
              key={member.id}
              member={member}
              own={false}
              handPlace={places.get(member.id)}
              rings={rings}
            />
          ))}
        </ul>
        {count === 1 && form === 'grid' && (
          <div className="grid justify-items-center gap-4">
            <p className="text-center text-balance text-soft">
              {t(heldSecret(name).password === undefined ? 'room.alone' : 'room.alonePassword')}
            </p>
            <CopyLink />
          </div>
        )}
      </div>
    </div>
  );
}

/** Keeps everybody's size right while the floor changes; written straight onto the list, before it is drawn. */
function useSeatPlan(count: number, form: 'grid' | 'strip') {
  const floor = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = floor.current;
    const list = element?.querySelector('ul');
    if (!element || !list) return;
    const names = ['--avatar', '--seat', '--row-gap', 'max-inline-size'];
    const draw = () => {
      const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
      const widthPx =
        element.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      const heightPx = element.clientHeight - (count === 1 ? invitationPx : 0);
      const { avatarPx, seatPx, columns, dense } = seatPlan({ count, widthPx, heightPx });
      const sizes = [avatarPx, seatPx, rowGapPx[dense ? 'dense' : 'roomy'], columns * seatPx];
      names.forEach((name, index) => {
        list.style.setProperty(name, `${sizes[index]}px`);
      });
      list.dataset.dense = String(dense);
    };
    const clear = () => {
      for (const name of names) list.style.removeProperty(name);
      list.dataset.dense = String(form === 'strip');
    };
    if (form === 'strip') return clear();
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [count, form]);

  return floor;
}
