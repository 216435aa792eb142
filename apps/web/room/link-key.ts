/** For as long as the page: a key that was read once stands nowhere else. */
const keys = new Map<string, Uint8Array>();

const shape = /^#k=([\w-]{43})$/;

/**
 * The key that the link of an encrypted room carries behind `#k=`, where it carries one. It is taken out of the
 * address bar, so that nobody copies it by accident.
 */
export function linkKey(room: string): Uint8Array | undefined {
  const [, text] = shape.exec(location.hash) ?? [];
  if (text !== undefined) {
    keys.set(room, bytesOf(text));
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return keys.get(room);
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
