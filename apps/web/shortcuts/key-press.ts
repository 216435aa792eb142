/** What a key event says, as far as shortcuts care. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const latinLetter = /^[a-z]$/i;

/**
 * Whether a press is that shortcut. `keys` is one key as `KeyboardEvent.key` names it, with `mod+` (Ctrl or
 * ⌘), `alt+` and `shift+` before it where they are wanted: `m`, `?`, `mod+shift+m`.
 */
export function matches(keys: string, press: KeyPress): boolean {
  const { key, modifiers } = parseKeys(keys);
  if (modifiers.has('mod') !== (press.ctrlKey || press.metaKey)) return false;
  if (modifiers.has('alt') !== press.altKey) return false;
  // Signs such as ? need Shift on some keyboards and not on others.
  const sign = key.length === 1 && !latinLetter.test(key);
  if (!sign && modifiers.has('shift') !== press.shiftKey) return false;
  if (press.key.toLowerCase() === key) return true;
  // Where the keyboard writes another script, the key that bears the letter counts.
  return latinLetter.test(key) && !isLatin(press.key) && press.code === `Key${key.toUpperCase()}`;
}

/** A shortcut without Ctrl, ⌘ or Alt: somebody who dictates may press it by talking (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  const { key, modifiers } = parseKeys(keys);
  return key.length === 1 && !modifiers.has('mod') && !modifiers.has('alt');
}

/** The keys as they are shown, one name each: `mod+k` is Ctrl and K, on a Mac ⌘ and K. */
export function keyNames(keys: string, mac: boolean): string[] {
  const { key, modifiers } = parseKeys(keys);
  const names = [...modifiers].map((modifier) => {
    if (modifier === 'mod') return mac ? '⌘' : 'Ctrl';
    if (modifier === 'alt') return mac ? '⌥' : 'Alt';
    return mac ? '⇧' : 'Shift';
  });
  return [...names, key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1)];
}

/** The keys in the form of `aria-keyshortcuts` (WAI-ARIA 1.2). */
export function ariaKeys(keys: string): string {
  return keyNames(keys, false).join('+').replace('Ctrl', 'Control');
}

function parseKeys(keys: string): { key: string; modifiers: ReadonlySet<string> } {
  const parts = keys.toLowerCase().split(/\+(?=.)/);
  const key = parts.pop() ?? '';
  return { key, modifiers: new Set(parts) };
}

function isLatin(key: string): boolean {
  return key.length !== 1 || /^[\p{Script=Latin}\p{Script=Common}]$/u.test(key);
}
