'use client';

import { useCallback, useMemo, useRef } from 'react';
import { CardSkeletons } from '../home/rooms-skeleton.tsx';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RoomCards } from './room-cards.tsx';
import { RoomFilters } from './room-filters.tsx';
import { waitingChanges } from './room-list.ts';
import type { RoomWatch, Sight } from './room-watch.ts';
import { useEngagement } from './use-engagement.ts';
import { useOnline } from './use-online.ts';
import { useRoomWatch } from './use-room-watch.ts';

/** The public rooms, as they are right now. */
export function PublicRooms() {
  const t = useText();
  const { watch, sight } = useRoomWatch();
  const { filter } = watch;
  const list = sight.at === 'listed' ? sight.list : undefined;
  const filtered = filter.q.trim() !== '' || filter.tag !== '' || filter.language !== '';
  const nothing = list?.total === 0 && !filtered;

  return (
    <section aria-labelledby="public-rooms" className="public-rooms grid content-start gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="public-rooms" className="text-title font-bold">
          {t('square.heading')}
        </h2>
        <p role="status" className="text-soft">
          {list && !nothing && sight.at === 'listed' && !sight.turning && count(list.next === undefined)}
        </p>
      </div>
      {!nothing && <RoomFilters filter={filter} list={list} onChange={(change) => watch.look(change)} />}
      <Rooms sight={sight} watch={watch} nothing={nothing} />
    </section>
  );

  function count(whole: boolean): string {
    const shown = list?.known.size ?? 0;
    const rooms = filtered && whole ? shown : filtered ? undefined : (list?.total ?? 0);
    return rooms === undefined ? '' : t('square.found', { count: rooms });
  }
}

function Rooms({ sight, watch, nothing }: { sight: Sight; watch: RoomWatch; nothing: boolean }) {
  const t = useText();
  const online = useOnline();
  if (sight.at === 'loading') return <CardSkeletons />;
  if (sight.at === 'failed') {
    return (
      <Notice
        what={t(online ? 'square.failed' : 'square.offline')}
        next={t(online ? 'square.failedNext' : 'square.offlineNext')}
      >
        {online && <Button onClick={() => watch.retry()}>{t('problem.tryAgain')}</Button>}
      </Notice>
    );
  }
  if (nothing) {
    return (
      <div className="grid max-w-prose gap-1 rounded-md border border-line border-dashed px-6 py-8">
        <p className="text-lg font-semibold">{t('square.none')}</p>
        <p className="text-soft">{t('square.noneWhat')}</p>
      </div>
    );
  }
  return <Listed sight={sight} watch={watch} />;
}

function Listed({ sight, watch }: { sight: Extract<Sight, { at: 'listed' }>; watch: RoomWatch }) {
  const t = useText();
  const area = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLUListElement>(null);
  useEngagement(
    area,
    useCallback((engaged: boolean) => watch.engage(engaged), [watch]),
  );
  const { list, turning, more, live } = sight;
  const waiting = useMemo(() => waitingChanges(list), [list]);
  const onMore = useCallback(() => void watch.more(), [watch]);

  function show() {
    watch.settle();
    cards.current?.focus({ preventScroll: true });
  }

  return (
    <div ref={area} className="grid gap-4">
      {waiting > 0 && (
        <div className="waiting-changes">
          <Button look="on" className="min-h-11 shadow-bar" onClick={show}>
            {t('square.waiting', { count: waiting })}
            <span aria-hidden="true">·</span>
            {t('square.show')}
          </Button>
        </div>
      )}
      {list.shown.length === 0 && !turning ? (
        <div className="grid justify-items-start gap-3">
          <p className="text-soft">{t('square.noMatch')}</p>
          <Button onClick={() => watch.look({ q: '', tag: '', language: '' })}>{t('square.clear')}</Button>
        </div>
      ) : (
        <RoomCards
          list={list}
          cards={cards}
          turning={turning}
          onNear={list.next !== undefined && more === 'idle' && !turning ? onMore : undefined}
        />
      )}
      {!live && !turning && <p className="text-sm text-soft">{t('square.notLive')}</p>}
      {list.next !== undefined && <More state={more} onMore={onMore} />}
    </div>
  );
}

/** What follows comes by itself before one gets there; where that failed, or is slow, there is a button. */
function More({ state, onMore }: { state: 'idle' | 'loading' | 'failed'; onMore: () => void }) {
  const t = useText();
  return (
    <div className="grid min-h-12 justify-items-center gap-2">
      {state === 'failed' && <p className="text-sm text-alert">{t('square.moreFailed')}</p>}
      <Button disabled={state === 'loading'} onClick={onMore}>
        {t('square.more')}
      </Button>
    </div>
  );
}
