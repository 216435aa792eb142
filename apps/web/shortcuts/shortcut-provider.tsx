'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { readStored } from '../ui/stored.ts';
import { ShortcutRegistry } from './shortcut-registry.ts';
import { singleKeysKey } from './use-shortcut.ts';

const ShortcutContext = createContext<ShortcutRegistry | undefined>(undefined);

/** Listens for the shortcuts of everything inside: not while somebody writes, nor while a dialog is open. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new ShortcutRegistry());

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing || isElsewhere(event.target)) return;
      const singleKeys = readStored(singleKeysKey) !== 'off';
      if (registry.press(event, { singleKeys })) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry]);

  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
}

export function useShortcutRegistry(): ShortcutRegistry {
  const registry = useContext(ShortcutContext);
  if (!registry) throw new Error('useShortcut outside of ShortcutProvider');
  return registry;
}

/** Writing, choosing from a list, or in a dialog or menu, where letters have a meaning of their own. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]:modal')) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type=range], [type=checkbox]), textarea, select, [role=menu], [role=listbox]',
      ) !== null)
  );
}
