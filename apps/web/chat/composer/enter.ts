/** As much of a keyboard event as decides. */
interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** An input method is composing: this Enter picks a word. */
  readonly isComposing: boolean;
  /** 229 says the same in browsers that end the composition before the key (Safari). */
  readonly keyCode: number;
}

/**
 * Whether a key sends the message. Enter does, alone or with Ctrl or ⌘; with Shift it makes a line. On
 * keyboards that are drawn on the screen there is no Shift+Enter, so there Enter makes a line, too.
 */
export function sends(key: Key, onScreenKeyboard: boolean): boolean {
  if (key.key !== 'Enter' || key.isComposing || key.keyCode === 229) return false;
  if (key.ctrlKey || key.metaKey) return true;
  return !key.shiftKey && !key.altKey && !onScreenKeyboard;
}
