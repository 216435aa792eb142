import type { RoomMode } from '@earshot/client/private';
import { takenFragment } from './link-key-script.ts';

/** What this page knows of a room that is encrypted. */
export interface HeldSecret {
  readonly password?: string;
  /** 32 bytes; `broken` where a link had one that was cut off: such a room is not entered in the clear either. */
  readonly linkKey?: Uint8Array | 'broken';
  /** What it takes to come in, as far as that is known. */
  readonly mode?: RoomMode;
  /** Its door was passed: the keys are worked out. */
  readonly opened?: true;
  /** Its name and link may be kept in this browser. */
  readonly remember?: boolean;
}

const nothing: HeldSecret = {};
/** In memory alone, and gone with the page: a secret that was read or typed once stands nowhere else. */
const held = new Map<string, HeldSecret>();
const listeners = new Set<() => void>();

/** The same object until something changes. */
export function heldSecret(room: string): HeldSecret {
  return held.get(room) ?? nothing;
}

export function holdSecret(room: string, part: HeldSecret): void {
  held.set(room, { ...held.get(room), ...part });
  for (const listener of listeners) listener();
}

/** The room has another secret: nothing of the old one stays, such as a key in a link that takes none any more. */
export function renewSecret(room: string, secret: Pick<HeldSecret, 'password' | 'linkKey' | 'mode'>): void {
  const { opened, remember } = heldSecret(room);
  held.set(room, { ...(opened && { opened }), ...(remember !== undefined && { remember }), ...secret });
  for (const listener of listeners) listener();
}

export function onSecrets(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over the key that this page's address carried behind `#k=`, also where it was put there just now. */
export function takeLinkKey(room: string): void {
  const page = window as unknown as { [takenFragment]?: string };
  const taken = page[takenFragment];
  delete page[takenFragment];
  const { hash } = location;
  if (hash.startsWith('#k=')) history.replaceState(history.state, '', location.pathname + location.search);
  const fragment = hash.startsWith('#k=') ? hash : taken;
  if (fragment) holdSecret(room, { linkKey: linkKeyOf(fragment) });
}

/** @param fragment from `#k=` on, or a whole link that ends so */
export function linkKeyOf(fragment: string): Uint8Array | 'broken' {
  const [, text = ''] = /#k=([\w-]{43})$/.exec(fragment.trim()) ?? [];
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return bytes.length === 32 ? bytes : 'broken';
  } catch {
    return 'broken';
  }
}

/** What goes behind a room's address, for those who pass it on; empty where it has no key. */
export function linkKeyFragment(room: string): string {
  const { linkKey } = heldSecret(room);
  if (!linkKey || linkKey === 'broken') return '';
  const text = btoa(String.fromCharCode(...linkKey));
  return `#k=${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}
