'use client';

import { ChatCompanion } from '../chat/chat-companion.tsx';
import { KeepAwake } from '../page-life/keep-awake.tsx';
import { LossGuard } from '../page-life/loss-guard.tsx';
import { MediaControls } from '../page-life/media-controls.tsx';
import { PageFace } from '../page-life/page-face.tsx';
import { TabPresence } from '../page-life/tab-presence.tsx';
import { FloatingReactions } from '../people/floating-reactions.tsx';
import { HandAnnouncer } from '../people/hand-announcer.tsx';
import { ProfileKeeper } from '../people/profile-keeper.tsx';
import { ShareCompanion } from '../stage/share-companion.tsx';
import { ShareShortcuts } from '../stage/share-shortcuts.tsx';
import { Announcer } from './announcer.tsx';
import { ConsoleAid } from './console-aid.tsx';
import { PrivacyCompanion } from './frame-parts.tsx';
import { useSnapshot } from './inside.tsx';
import { PushToTalk } from './push-to-talk.tsx';
import { RoomShortcuts } from './room-shortcuts.tsx';

/** What goes along with a visit and has no place of its own on the screen: keys, titles, announcements. */
export function Companions() {
  const encrypted = useSnapshot(({ privacy }) => privacy.kind !== 'open');
  return (
    <>
      <Announcer />
      {encrypted && <PrivacyCompanion />}
      <ChatCompanion />
      <PageFace />
      <KeepAwake />
      <TabPresence />
      <MediaControls />
      <LossGuard />
      <RoomShortcuts />
      <PushToTalk />
      <ShareCompanion />
      <ShareShortcuts />
      <ConsoleAid />
      <HandAnnouncer />
      <FloatingReactions />
      <ProfileKeeper />
    </>
  );
}
