'use client';

import type { RoomSnapshot } from '@earshot/client';
import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { describeChanges } from './announcements.ts';
import { useInside } from './inside.tsx';

/** Changes are gathered for this long, so that a crowd is one sentence. */
const gatherMs = 1_500;

/** Tells a screen reader who came and went, and whether the own microphone is on. Politely. */
export function Announcer() {
  const { store } = useInside();
  const { t, format } = useLanguage();
  const [people, setPeople] = useState('');
  const [microphone, setMicrophone] = useState('');

  useEffect(() => {
    let told = store.getState().members;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const { members } = store.getState();
      const sentence = describeChanges(told, members, { t, format });
      told = members;
      if (sentence) setPeople(sentence);
    };
    const notice = (now: RoomSnapshot, before: RoomSnapshot) => {
      if (now.members !== before.members) timer ??= setTimeout(tell, gatherMs);
      const { microphone: state } = now.self;
      if (state === before.self.microphone) return;
      setMicrophone(t(`announce.${state}`));
    };
    const stop = store.subscribe(notice);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, t, format]);

  return (
    <div className="sr-only">
      <p aria-live="polite">{people}</p>
      <p aria-live="polite">{microphone}</p>
    </div>
  );
}
