import { roomSlug } from '@earshot/protocol';

/** The path of a room's link. */
export function roomPath(room: string): string {
  return `/r/${encodeURIComponent(room)}`;
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

/** The link as a person would read it out: no scheme, and letters instead of percent signs. */
export function readableLink(host: string, room: string): string {
  return `${host}/r/${room}`;
}
