'use client';

import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { LevelRings } from '../room/level-rings.ts';
import { arrange, type Exhibit, exhibitsOf } from './exhibits.ts';
import { layOut } from './layout.ts';
import { Tile } from './tile.tsx';
import { useSize } from './use-size.ts';
import { Viewer } from './viewer.ts';

const gapPx = 8;
/** Across, with its gap; the heights and widths of the strip's pictures below stand in `stage.css`. */
const stripPx = { side: 200, below: 112 };

/** What people show: one thing or several large, the rest in a strip beside. */
export function Stage() {
  const t = useText();
  const { room } = useInside();
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  const exhibits = useMemo(() => exhibitsOf({ self, members }), [self, members]);
  const [chosen, setChosen] = useState<string>();
  const [watch, area] = useSize<HTMLElement>();
  const refocus = useRef<string>(undefined);
  const [viewer] = useState(() => new Viewer(room));
  const [rings] = useState(() => new LevelRings());
  useEffect(() => viewer.open(), [viewer]);
  useEffect(() => room.onLevels((levels) => rings.hear(levels)), [room, rings]);

  // The tile that was pressed stands elsewhere now: the focus goes with it.
  useEffect(() => {
    const id = chosen ?? refocus.current;
    if (refocus.current === undefined || id === undefined) return;
    refocus.current = undefined;
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] > button`)?.focus();
  }, [chosen]);

  function choose(id: string | undefined) {
    refocus.current = id ?? chosen;
    setChosen(id);
  }

  const { large, strip } = arrange(exhibits, chosen);
  const layout = layOut({ large: large.length, small: strip.length }, area, { gapPx, stripPx });
  const { widthPx, heightPx } = layout.grid;
  const alone = large.length === 1;

  function shrinkOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || chosen === undefined || document.fullscreenElement) return;
    event.stopPropagation();
    choose(undefined);
  }

  const tile = (exhibit: Exhibit, size: 'large' | 'small') => (
    <Tile
      key={exhibit.id}
      exhibit={exhibit}
      size={size}
      chosen={exhibit.id === chosen}
      onChoose={() => choose(exhibit.id === chosen ? undefined : exhibit.id)}
      viewer={viewer}
      rings={rings}
    />
  );

  return (
    <section
      ref={watch}
      aria-label={t('stage.label')}
      data-strip={layout.strip}
      data-alone={alone}
      onKeyDown={shrinkOnEscape}
      style={{ '--tile-width': `${widthPx}px`, '--tile-height': `${heightPx}px` } as CSSProperties}
      className="stage"
    >
      <div className="stage-large">{large.map((exhibit) => tile(exhibit, 'large'))}</div>
      {strip.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard, too.
        <section tabIndex={0} aria-label={t('stage.strip')} className="stage-strip">
          {strip.map((exhibit) => tile(exhibit, 'small'))}
        </section>
      )}
    </section>
  );
}
