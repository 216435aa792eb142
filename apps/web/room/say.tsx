'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

/** Sentences are gathered for this long, so that many at once are one announcement. */
const gatherMs = 1_000;
/** More than this many at once help nobody: the newest are said. */
const mostSentences = 4;

const SayContext = createContext<(sentence: string) => void>(() => {});

/** Says sentences to screen readers, politely and gathered. They should be short, with a full stop or without. */
export function SayProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState('');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = useCallback((sentence: string) => {
    waiting.current = [...waiting.current.filter((each) => each !== sentence), sentence].slice(
      -mostSentences,
    );
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setSaid(waiting.current.map((each) => each.replace(/[.\s]+$/u, '')).join('. '));
      waiting.current = [];
    }, gatherMs);
  }, []);

  return (
    <SayContext value={say}>
      {children}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </SayContext>
  );
}

/** Tells a screen reader something that the screen shows to everybody else. */
export function useSay(): (sentence: string) => void {
  return useContext(SayContext);
}
