'use client';

import { Hand } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAct } from '../hosting/use-act.ts';
import { useText } from '../i18n/language.ts';
import { handPlaces } from '../room/hand-order.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { findPeople, listOrder } from './find-people.ts';
import { PersonLine } from './person-line.tsx';

/** From so many people on, one looks for a name rather than at a list. */
const searchFrom = 12;

/** Everybody in the room as a list: raised hands first. */
export function PeoplePanel() {
  const t = useText();
  const { hosting } = useInside().room;
  const act = useAct();
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  const places = useMemo(() => handPlaces([self, ...members]), [self, members]);
  const [typed, setTyped] = useState('');
  const searchable = members.length + 1 >= searchFrom;
  const found = findPeople(listOrder(self, members), searchable ? typed : '');

  const wave = places.size > 0;
  const lowers = useSnapshot(() => hosting.can('lowerHands'));

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-2 p-3">
      {searchable && <SearchField label={t('people.search')} value={typed} onChange={setTyped} />}
      {lowers && wave && (
        <Button
          pad="snug"
          onClick={({ currentTarget }) => {
            // The button goes with the hands: the focus waits beside it.
            const place = currentTarget.closest<HTMLElement>('[role=tabpanel]');
            void act({ does: () => hosting.lowerHands() }).then(
              (done) => done && place?.focus({ preventScroll: true }),
            );
          }}
        >
          <Hand aria-hidden="true" className="size-4.5" />
          {t('host.lowerAll')}
        </Button>
      )}
      <ul aria-label={t('room.seats')} className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {found.map((member) => (
          <PersonLine
            key={member.id}
            member={member}
            own={member.id === self.id}
            handPlace={places.get(member.id)}
          />
        ))}
      </ul>
      <p role="status" className="px-2 text-soft empty:hidden">
        {found.length === 0 && t('people.nobodyFound')}
      </p>
    </div>
  );
}
