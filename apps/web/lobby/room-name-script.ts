import { limits } from '@earshot/protocol';

/**
 * The room a path leads to where that can be told at a glance, without the tables for what people write by hand;
 * else nothing. Links that were copied from here are all so, but for scripts with marks.
 * It also runs as text in the page, before any module: it may use nothing from outside.
 *
 * @param most graphemes a name may have
 */
export function plainRoomName(pathname: string, most: number): string {
  let name = '';
  try {
    name = decodeURIComponent(/^\/r\/([^/]+)\/?$/.exec(pathname)?.[1] ?? '').toLowerCase();
  } catch {}
  if (name.length > most) return '';
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
  const ordinary = /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name);
  const seen = !/\p{Default_Ignorable_Code_Point}/u.test(name);
  return ordinary && seen && name.normalize('NFC') === name ? name : '';
}

/** Writes a room's name into its heading; a long one is set smaller. It runs as text, too. */
export function writeRoomName(heading: HTMLElement, room: string): void {
  const place = heading.firstElementChild;
  if (place && place.textContent !== room) place.textContent = room;
  heading.toggleAttribute('data-long', room.length > 24);
}

/** Runs right behind the lobby's exported page, before anything is drawn. */
export function roomNameScript(): string {
  return `(${writeRoomName})(document.querySelector('h1'), (${plainRoomName})(location.pathname, ${limits.roomNameGraphemes}));`;
}
