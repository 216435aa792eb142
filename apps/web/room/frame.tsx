'use client';

import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react';
import { readStored, writeStored } from '../ui/stored.ts';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { type FrameDialog, type FrameState, firstFrame, step } from './frame-state.ts';

/** From here on a panel stands beside the people; below it covers them. */
const wideScreen = '(min-width: 56.25rem)';

export interface Frame extends FrameState {
  readonly wide: boolean;
  /** Opens a panel by its id in `panels.tsx`; the focus goes in, unless `asked` is false. */
  showPanel(id: string, options?: { asked: boolean }): void;
  togglePanel(id: string): void;
  hidePanel(): void;
  openDialog(dialog: FrameDialog): void;
  closeDialog(): void;
  openSettings(section?: string): void;
}

const FrameContext = createContext<Frame | undefined>(undefined);

const panelKey = 'earshot.panel';

/** Which panel and which dialog are open. */
export function FrameProvider({ children }: { children: ReactNode }) {
  const wide = useMediaQuery(wideScreen);
  const [state, send] = useReducer(step, undefined, () =>
    firstFrame({ remembered: readStored(panelKey), wide: matchMedia(wideScreen).matches }),
  );

  const frame = useMemo<Frame>(() => {
    const remember = (id: string) => writeStored(panelKey, id);
    const openDialog = (dialog: FrameDialog) => send({ type: 'open_dialog', dialog });
    return {
      ...state,
      wide,
      showPanel(id, { asked } = { asked: true }) {
        remember(id);
        send({ type: 'show_panel', id, asked });
      },
      togglePanel(id) {
        remember(state.panel?.id === id ? '' : id);
        send({ type: 'toggle_panel', id });
      },
      hidePanel() {
        remember('');
        send({ type: 'hide_panel' });
      },
      openDialog,
      openSettings: (section) => openDialog({ at: 'settings', section }),
      closeDialog: () => send({ type: 'close_dialog' }),
    };
  }, [state, wide]);

  return <FrameContext value={frame}>{children}</FrameContext>;
}

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame outside of FrameProvider');
  return frame;
}
