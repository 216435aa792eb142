'use client';

import type { Room } from '@earshot/client';
import { ShortcutProvider } from '../shortcuts/shortcut-provider.tsx';
import { Companions } from './companions.tsx';
import { ControlBar } from './control-bar.tsx';
import { FrameProvider, useFrame } from './frame.tsx';
import { FrameDialogs } from './frame-dialogs.tsx';
import { SidePanel } from './frame-parts.tsx';
import { InsideProvider } from './inside.tsx';
import { RoomFloor } from './room-floor.tsx';
import { RoomHeader } from './room-header.tsx';
import { SayProvider } from './say.tsx';
import { useFocusReturn } from './use-focus-return.ts';

/** The room, as long as one is in it. */
export function RoomScreen({ room }: { room: Room }) {
  return (
    <InsideProvider room={room}>
      <ShortcutProvider>
        <FrameProvider>
          <SayProvider>
            <Arrangement />
            <FrameDialogs />
            <Companions />
          </SayProvider>
        </FrameProvider>
      </ShortcutProvider>
    </InsideProvider>
  );
}

/** People and controls, and a panel beside or over them. What is covered cannot be reached. */
function Arrangement() {
  const { panel, wide } = useFrame();
  useFocusReturn(panel !== undefined);
  return (
    <div className="flex h-dvh">
      <div
        inert={panel !== undefined && !wide}
        className="grid h-dvh min-w-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]"
      >
        <RoomHeader />
        <RoomFloor />
        <ControlBar />
      </div>
      {panel && <SidePanel />}
    </div>
  );
}
