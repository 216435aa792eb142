'use client';

import { DeviceNewsNotice } from '../devices/device-news-notice.tsx';
import { MutedTalkHint } from '../devices/muted-talk-hint.tsx';
import { useFloor } from '../hosting/use-floor.ts';
import { HostingRemarks } from './frame-parts.tsx';
import { useSnapshot } from './inside.tsx';
import { useDeviceNews, useMicrophone, useRoomAccess } from './room-provider.tsx';

/** What is worth knowing about the microphone just now: another device took over, or one talks while muted. */
export function MicrophoneRemarks() {
  const { desk } = useRoomAccess();
  const state = useMicrophone();
  const news = useDeviceNews();
  const microphone = useSnapshot((snapshot) => snapshot.self.microphone);
  const floor = useFloor();
  const muted = microphone === 'muted';
  return (
    <>
      <HostingRemarks />
      {news && <DeviceNewsNotice news={news} muted={muted} onDismiss={() => desk.dismissNews()} />}
      {muted && floor === 'free' && state.at === 'open' && <MutedTalkHint source={state.microphone.source} />}
    </>
  );
}
