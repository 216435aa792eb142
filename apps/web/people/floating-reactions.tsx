'use client';

import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { useInside } from '../room/inside.tsx';
import { useSay } from '../room/say.tsx';
import { type Reaction, reactionNews } from './reaction-news.ts';

interface Floating {
  readonly id: number;
  readonly emoji: string;
  readonly leftPx: number;
  readonly topPx: number;
}

/** How long one is seen: as its animation in voice.css. */
const seenMs = 2_400;
/** More at once than this are only noise: the oldest go. */
const mostAtOnce = 40;
/** Reactions are told in one sentence for all that came within this. */
const gatherMs = 2_500;
const mostGathered = 200;

/** Lets emoji rise from whoever sent them; screen readers hear a summary. */
export function FloatingReactions() {
  const { room } = useInside();
  const [floating, setFloating] = useState<readonly Floating[]>([]);
  const nextId = useRef(0);
  const tell = useReactionNews();

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const undo = room.onReaction(({ from, emoji }) => {
      tell({ from, emoji });
      const id = nextId.current++;
      setFloating((now) => [...now, { id, emoji, ...placeOf(from) }].slice(-mostAtOnce));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setFloating((now) => now.filter((each) => each.id !== id));
      }, seenMs);
      timers.add(timer);
    });
    return () => {
      undo();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [room, tell]);

  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-10 overflow-hidden">
      {floating.map(({ id, emoji, leftPx, topPx }) => (
        <span
          key={id}
          data-floating={emoji}
          className="floating-reaction absolute text-5xl leading-none"
          style={{ left: leftPx, top: topPx, ['--drift' as string]: `${((id * 37) % 41) - 20}px` }}
        >
          {emoji}
        </span>
      ))}
    </div>
  );
}

/** Over the sender's picture; from the bottom of the room where that is out of sight. */
function placeOf(memberId: string): { leftPx: number; topPx: number } {
  const tile = document.querySelector(`[data-member-id="${CSS.escape(memberId)}"] .voice-ring`);
  const floor = document.querySelector('main')?.getBoundingClientRect();
  const rect = tile?.getBoundingClientRect();
  if (rect && floor && rect.top < floor.bottom && rect.bottom > floor.top) {
    return { leftPx: rect.left + rect.width / 2, topPx: rect.top + rect.height * 0.4 };
  }
  return { leftPx: window.innerWidth / 2, topPx: (floor?.bottom ?? window.innerHeight) - 60 };
}

function useReactionNews(): (reaction: Reaction) => void {
  const { t, format } = useLanguage();
  const { store } = useInside();
  const say = useSay();
  const latest = useRef<(reaction: Reaction) => void>(() => {});

  useEffect(() => {
    let gathered: Reaction[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    latest.current = (reaction) => {
      const { self } = store.getState();
      if (reaction.from === self.id || gathered.length === mostGathered) return;
      gathered.push(reaction);
      timer ??= setTimeout(() => {
        const names = new Map(store.getState().members.map(({ id, name }) => [id, name]));
        say(reactionNews(gathered, { names, t, format }));
        gathered = [];
        timer = undefined;
      }, gatherMs);
    };
    return () => clearTimeout(timer);
  }, [store, say, t, format]);

  const [tell] = useState(() => (reaction: Reaction) => latest.current(reaction));
  return tell;
}
