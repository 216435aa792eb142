import { RoomName } from '@earshot/protocol';
import { roomFromPath } from '../home/room-link.ts';

/**
 * The room that a name, a handle or a link means; undefined where it is none of them. What stands behind the `#` of
 * a link opens a private room, and goes nowhere from here.
 */
export function roomIn(text: string): string | undefined {
  const [path = ''] = text.trim().split(/[?#]/, 1);
  const linked = URL.parse(path)?.pathname ?? path;
  const { data } = RoomName.safeParse(linked.includes('/') ? roomFromPath(linked) : linked);
  return data;
}
