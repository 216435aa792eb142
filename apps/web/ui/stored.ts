import { useCallback, useSyncExternalStore } from 'react';

/** Remembers small texts in this browser. Where storage is blocked they last as long as the page. */
const inMemory = new Map<string, string>();
const listeners = new Set<() => void>();

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
}

export function writeStored(key: string, value: string): void {
  inMemory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Blocked or full: the copy in memory has to do.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The stored text; null while the exported page hydrates, and where nothing is stored. */
export function useStored(key: string): [string | null, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readStored(key),
    () => null,
  );
  const write = useCallback((next: string) => writeStored(key, next), [key]);
  return [value, write];
}

/** Tells when another tab of this browser stores a text. Returns its undo. */
export function watchStored(key: string, onChange: (value: string | null) => void): () => void {
  const notice = (event: StorageEvent) => {
    if (event.key === key) onChange(event.newValue);
  };
  window.addEventListener('storage', notice);
  return () => window.removeEventListener('storage', notice);
}
