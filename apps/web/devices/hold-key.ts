import { watchLetGo } from './let-go.ts';

interface HoldKeyOptions {
  /** As `KeyboardEvent.code` names it. */
  code: string;
  onHold(): void;
  /** Follows each `onHold` once, however the holding ended. */
  onRelease(): void;
  page?: Window;
}

/**
 * Follows a key that is held down, wherever the focus is, but never while somebody writes. Returns its undo,
 * which releases.
 */
export function watchHeldKey({ code, onHold, onRelease, page = window }: HoldKeyOptions): () => void {
  const gone = new AbortController();
  let held = false;
  const release = () => {
    if (!held) return;
    held = false;
    onRelease();
  };
  const down = (event: KeyboardEvent) => {
    // On a Mac the other keys' release is not told while ⌘ is down.
    if (event.key === 'Meta' && code !== event.code) release();
    if (event.code !== code || event.isComposing || hasModifier(event) || isForElement(event)) return;
    event.preventDefault();
    if (event.repeat || held) return;
    held = true;
    onHold();
  };
  const up = (event: KeyboardEvent) => {
    if (event.code !== code || !held) return;
    // Space, let go over a button, would press it.
    event.preventDefault();
    release();
  };
  const options = { capture: true, signal: gone.signal };
  page.addEventListener('keydown', down, options);
  page.addEventListener('keyup', up, options);
  const stopWatching = watchLetGo(release, page);
  return () => {
    gone.abort();
    stopWatching();
    release();
  };
}

function hasModifier({ code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey || altKey) && !/^(Control|Meta|Alt|OS)/.test(code);
}

/** Text is being written, or a key moves the focused control for somebody who goes by keyboard. */
function isForElement({ code, target }: KeyboardEvent): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (!element?.closest) return false;
  const writes =
    'textarea, select, [role=textbox], input:not([type=checkbox], [type=radio], [type=range], [type=button])';
  // A key is being chosen, and any may be meant.
  if (element.closest('[data-asks-for-key]')) return true;
  if (element.isContentEditable || element.closest(writes)) return true;
  const pressed =
    code === 'Space' && element.closest('button, a, input, summary, [role=tab], [role=menuitem]');
  return Boolean(pressed && element.matches?.(':focus-visible'));
}
