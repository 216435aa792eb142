import type { Codec, Frame } from '@earshot/protocol';
import type { Announcement } from '../rooms/announcement.ts';

const framesByAnnouncement = new WeakMap<Announcement, Map<Codec, Frame>>();

/** The announcement as a frame, encoded once per codec however many members it goes to. */
export function announcementFrame(announcement: Announcement, codec: Codec): Frame {
  let frames = framesByAnnouncement.get(announcement);
  if (!frames) {
    frames = new Map();
    framesByAnnouncement.set(announcement, frames);
  }
  let frame = frames.get(codec);
  if (frame === undefined) {
    frame = codec.encode({ jsonrpc: '2.0', ...announcement });
    frames.set(codec, frame);
  }
  return frame;
}
