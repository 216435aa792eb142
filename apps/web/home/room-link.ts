import { roomSlug } from '@earshot/protocol';

/** The path of a room's link. */
export function roomPath(room: string): string {
  return `/r/${encodeURIComponent(room)}`;
}

/** The link to pass on: whatever else stands in this page's address is nobody else's business. */
export function roomLink(origin: string, room: string): string {
  return origin + roomPath(room);
}

/** The room a path leads to, in the form its link has; empty where the path names none. */
export function roomFromPath(pathname: string): string {
  const [, last = ''] = /^\/r\/([^/]+)\/?$/.exec(pathname) ?? [];
  try {
    return roomSlug(decodeURIComponent(last));
  } catch {
    return '';
  }
}

/** The link for people to read: letters instead of percent signs. @param site with or without its scheme */
export function readableLink(site: string, room: string): string {
  return `${site}/r/${room}`;
}
