import type { PlainKey } from '../i18n/translate.ts';
import { isSingleKey, type KeyPress, matches } from './key-press.ts';

export interface Shortcut {
  /** As `matches` reads them: `m`, `?`, `mod+k`. */
  readonly keys: string;
  /** What it does, in words, for the sheet. */
  readonly label: PlainKey;
  /** Left out where somebody else listens to the key, and the sheet only names it. */
  readonly action?: (() => void) | undefined;
}

/** All shortcuts of a screen: one listener, one list. The one that came last is asked first. */
export class ShortcutRegistry {
  readonly #listeners = new Set<() => void>();
  #list: readonly Shortcut[] = [];

  /** Immutable: another list after every change. */
  get list(): readonly Shortcut[] {
    return this.#list;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns its undo. */
  add(shortcut: Shortcut): () => void {
    this.#change([...this.#list, shortcut]);
    return () => this.#change(this.#list.filter((each) => each !== shortcut));
  }

  /** Does what the press stands for. @returns whether it stands for something. */
  press(event: KeyPress, { singleKeys }: { singleKeys: boolean }): boolean {
    const found = this.#list.findLast(
      ({ keys, action }) => action && matches(keys, event) && (singleKeys || !isSingleKey(keys)),
    );
    found?.action?.();
    return found !== undefined;
  }

  #change(list: readonly Shortcut[]): void {
    this.#list = list;
    for (const listener of this.#listeners) listener();
  }
}
