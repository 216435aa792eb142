import { readableLink, roomLink } from '../home/room-link.ts';
import { linkKeyFragment } from '../room/room-secrets.ts';

/** The link to pass on, with its key where the room has one. A password is never part of it. */
export function wholeLink(origin: string, room: string): string {
  return roomLink(origin, room) + linkKeyFragment(room);
}

/** The same for people to read. @param site with or without its scheme */
export function readableWholeLink(site: string, room: string): string {
  return readableLink(site, room) + linkKeyFragment(room);
}
