'use client';

import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { RollFrame } from './roll-frame.tsx';
import { RoomItem } from './room-item.tsx';
import { useDesk, useDeskPart } from './use-desk.ts';

/** While one types, nothing is asked. */
const typingMs = 250;

/** The rooms that are open now, listed or not, and the way to forget one that is not. */
export function RoomsSection() {
  const t = useText();
  const desk = useDesk();
  const query = useDeskPart((snapshot) => snapshot.query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [forgetting, setForgetting] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(text: string): void {
    desk.search(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void desk.refresh(), typingMs);
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SearchField label={t('square.search')} value={query} onChange={search} />
      <RollFrame
        roll={desk.rooms}
        named="operator.rooms"
        more="square.more"
        empty={
          query.trim() === '' ? (
            <p className="text-soft">{t('operator.noRooms')}</p>
          ) : (
            <div className="grid justify-items-start gap-3">
              <p className="text-soft">{t('square.noMatch')}</p>
              <Button onClick={() => search('')}>{t('square.clear')}</Button>
            </div>
          )
        }
      >
        {({ item, gone }) => <RoomItem key={item.name} room={item} over={gone} />}
      </RollFrame>
      <Button
        pad="snug"
        look="quiet"
        className="justify-self-start"
        aria-haspopup="dialog"
        onClick={() => setForgetting(true)}
      >
        {t('operator.forgetOther')}
      </Button>
      {forgetting && <ForgetDialog onClose={() => setForgetting(false)} />}
    </div>
  );
}
