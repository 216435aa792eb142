import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PlainKey } from '../i18n/translate.ts';
import { useStored } from '../ui/stored.ts';
import { useShortcutRegistry } from './shortcut-provider.tsx';
import type { Shortcut } from './shortcut-registry.ts';

interface ShortcutOptions {
  /** `m`, `?`, `mod+k`; undefined: no key right now. */
  keys: string | undefined;
  /** What it does, for the sheet. */
  label: PlainKey;
  /** Left out where another listener hears the key and the sheet only lists it. */
  action?: () => void;
}

/** Gives a key an action as long as the component stands, and a line in the sheet that `?` opens. */
export function useShortcut({ keys, label, action }: ShortcutOptions): void {
  const registry = useShortcutRegistry();
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const acts = action !== undefined;
  useEffect(() => {
    if (keys === undefined) return;
    return registry.add({ keys, label, ...(acts && { action: () => latest.current?.() }) });
  }, [registry, keys, label, acts]);
}

export function useShortcutList(): readonly Shortcut[] {
  const registry = useShortcutRegistry();
  return useSyncExternalStore(
    registry.subscribe,
    () => registry.list,
    () => registry.list,
  );
}

export const singleKeysKey = 'earshot.singleKeys';

/** Whether keys without Ctrl or Alt act: on, until somebody turns them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [stored, store] = useStored(singleKeysKey);
  return [stored !== 'off', (on) => store(on ? 'on' : 'off')];
}
