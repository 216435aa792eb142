'use client';

import { Maximize2, MicOff, Minimize2 } from 'lucide-react';
import { memo, useCallback, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import type { LevelRings } from '../room/level-rings.ts';
import { Waiting } from '../ui/waiting.tsx';
import type { Exhibit } from './exhibits.ts';
import { OwnScreenCard } from './own-screen-card.tsx';
import { Picture } from './picture.tsx';
import { TileTools } from './tile-tools.tsx';
import { usePicture } from './use-pictures.ts';
import { useShares } from './use-share-desk.ts';
import type { Viewer } from './viewer.ts';

interface TileProps {
  exhibit: Exhibit;
  size: 'large' | 'small';
  chosen: boolean;
  onChoose: () => void;
  viewer: Viewer;
  rings: LevelRings;
}

/** One camera or screen, with whose it is and what can be done with it. A press makes it the large one. */
export const Tile = memo(function Tile({ exhibit, size, chosen, onChoose, viewer, rings }: TileProps) {
  const t = useText();
  const { id, kind, member, own, paused } = exhibit;
  const { screens } = useShares();
  const track = usePicture(id);
  const [shows, setShows] = useState(false);
  const [original, setOriginal] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const what = titleOf(exhibit, t);
  const ownScreen = own ? screens.find((screen) => screen.track === track) : undefined;
  const mirrorsItself = ownScreen?.mirrorsItself === true;
  const state = paused ? 'paused' : mirrorsItself || shows ? 'showing' : 'loading';

  const watch = useCallback(
    (element: HTMLElement | null) => {
      figure.current = element;
      if (!element) return;
      const undo = own ? undefined : viewer.watch(element, { id, kind });
      const unwatchLevel = kind === 'camera' ? rings.watch(member.id, element) : undefined;
      return () => {
        figure.current = null;
        undo?.();
        unwatchLevel?.();
      };
    },
    [id, kind, own, member.id, viewer, rings],
  );

  return (
    <figure
      ref={watch}
      data-exhibit={kind}
      data-id={id}
      data-of={member.name}
      data-size={size}
      data-state={state}
      data-microphone={member.microphone}
      data-speaking="false"
      className="exhibit group"
    >
      {!mirrorsItself && (
        <Picture
          ref={video}
          track={track}
          mirrored={own && kind === 'camera'}
          original={original && size === 'large'}
          covers={kind === 'camera'}
          label={what}
          onShows={setShows}
        />
      )}
      {state !== 'showing' && <Veil exhibit={exhibit} state={state} />}
      {!(original && size === 'large') && (
        <button
          type="button"
          aria-label={chosen ? t('stage.shrink') : t('stage.enlarge', { what })}
          aria-pressed={chosen}
          onClick={onChoose}
          className="absolute inset-0 rounded-[inherit] focus-visible:-outline-offset-3"
        >
          <span className="exhibit-hint">
            {chosen ? <Minimize2 aria-hidden="true" /> : <Maximize2 aria-hidden="true" />}
          </span>
        </button>
      )}
      {own && kind === 'screen' && ownScreen && (
        <OwnScreenCard screen={ownScreen} size={size} whole={mirrorsItself} />
      )}
      <figcaption className="exhibit-label">
        {kind === 'camera' && member.microphone !== 'live' && (
          <MicOff aria-hidden="true" className="size-3.5 shrink-0 text-alert" />
        )}
        <span className="truncate">
          <bdi>{what}</bdi>
        </span>
      </figcaption>
      {size === 'large' && !mirrorsItself && (
        <TileTools
          figure={figure}
          video={video}
          kind={kind}
          original={original}
          onOriginal={setOriginal}
          onFloat={(floating) => {
            if (figure.current && !own) viewer.float(figure.current, floating);
          }}
        />
      )}
    </figure>
  );
});

/** Stands for a picture that is not there (yet), so that nobody looks at a black box. */
function Veil({ exhibit: { kind, member }, state }: { exhibit: Exhibit; state: 'loading' | 'paused' }) {
  const t = useText();
  return (
    <div className="exhibit-veil" role={state === 'paused' ? undefined : 'status'}>
      {kind === 'camera' && (
        <PersonAvatar member={member} className="w-[min(30%,6rem)] text-[min(2rem,5cqi)]" />
      )}
      {state === 'loading' ? (
        <span className="text-glow">
          <Waiting />
          <span className="sr-only">{t('stage.loading')}</span>
        </span>
      ) : (
        <span className="text-sm text-soft">{t('stage.paused')}</span>
      )}
    </div>
  );
}

function titleOf({ kind, member: { name }, own }: Exhibit, t: Translate): string {
  if (own) return t(kind === 'camera' ? 'stage.ownCamera' : 'stage.ownScreen');
  return kind === 'camera' ? t('stage.camera', { name }) : t('stage.screen', { name });
}
