'use client';

import { useEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { useRoomAccess } from '../room/room-provider.tsx';
import { useSay } from '../room/say.tsx';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** Shows in the room what is shared, says what others begin to show, and lets go of it all when the visit ends. */
export function ShareCompanion() {
  const { room } = useInside();
  const { visit } = useRoomAccess();
  const desk = useShareDesk();
  useEffect(() => desk.attach(room), [desk, room]);
  useEffect(
    () =>
      visit.subscribe(() => {
        const { at } = visit.state;
        if (at !== 'inside' && at !== 'returning') desk.close();
      }),
    [visit, desk],
  );
  return <ShareNews />;
}

function ShareNews() {
  const t = useText();
  const say = useSay();
  const members = useSnapshot((snapshot) => snapshot.members);
  const { camera } = useShares();
  const known = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    const showing = members.filter(({ streams }) => streams.some(({ source }) => source === 'screen'));
    const now = new Map(showing.map(({ id, name }) => [id, name]));
    const before = known.current ?? now;
    known.current = now;
    for (const [id, name] of now) if (!before.has(id)) say(t('stage.shows', { name }));
    for (const [id, name] of before) if (!now.has(id)) say(t('stage.showsNoMore', { name }));
  }, [members, say, t]);

  const shown = camera.at === 'on' && camera.shown;
  const shownBefore = useRef(shown);
  useEffect(() => {
    if (shown !== shownBefore.current) say(t(shown ? 'stage.cameraOn' : 'stage.cameraOff'));
    shownBefore.current = shown;
  }, [shown, say, t]);
  return null;
}
