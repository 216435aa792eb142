'use client';

import { Ellipsis, LogOut } from 'lucide-react';
import { useFloor } from '../hosting/use-floor.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Control } from './control.tsx';
import { controls } from './controls.tsx';
import { useFrame } from './frame.tsx';
import { MoreDialog, ReactionBar } from './frame-parts.tsx';
import { MicrophoneControl } from './microphone-control.tsx';
import { MicrophoneLine } from './microphone-line.tsx';
import { MicrophoneRemarks } from './microphone-remarks.tsx';
import { useRoomAccess } from './room-provider.tsx';
import { useFittingControls } from './use-fitting-controls.ts';

/** They have a hand in place of the microphone. */
const forListeners = controls.filter(({ forSpeakers }) => !forSpeakers);

/** What one can do in a room. What has no place goes behind "More". */
export function ControlBar() {
  const t = useText();
  const { visit } = useRoomAccess();
  const listening = useFloor() === 'listening';
  const { dialog, openDialog, closeDialog } = useFrame();
  const { bar, shown, hidden } = useFittingControls(listening ? forListeners : controls);

  return (
    <section
      aria-label={t('controls.bar')}
      className="floor-edge @container relative grid grid-cols-[minmax(0,1fr)] justify-items-center gap-2 px-2 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-3 sm:pb-5"
    >
      {/* Over the floor: what comes and goes must not move the people. */}
      <div className="pointer-events-none absolute inset-x-0 bottom-full z-10 mx-auto grid max-w-2xl gap-3 px-4 pb-2 empty:hidden *:pointer-events-auto *:shadow-bar">
        <MicrophoneRemarks />
      </div>
      {dialog?.at === 'reactions' && <ReactionBar onClose={closeDialog} />}
      <MicrophoneLine />
      <div ref={bar} className="flex w-full min-w-0 justify-center">
        <div className="flex items-center gap-1 rounded-[1.9rem] border border-line bg-raised p-1.5 shadow-bar @min-[34rem]:gap-2">
          <MicrophoneControl />
          {shown.map(({ id, Entry }) => (
            <Entry key={id} />
          ))}
          {hidden.length > 0 && (
            <Control
              icon={Ellipsis}
              label={t('frame.more')}
              opens="dialog"
              onPress={() => openDialog({ at: 'more', hidden: hidden.map(({ id }) => id) })}
              onNear={MoreDialog.prepare}
            />
          )}
          <Button
            look="leave"
            pad="none"
            aria-label={t('controls.leave')}
            title={t('controls.leave')}
            onClick={() => visit.leave()}
            className="min-w-12 shrink-0 @min-[34rem]:px-4"
          >
            <LogOut aria-hidden="true" className="size-5 shrink-0 rtl:-scale-x-100" />
            <span className="hidden @min-[34rem]:inline">{t('controls.leave')}</span>
          </Button>
        </div>
      </div>
    </section>
  );
}
