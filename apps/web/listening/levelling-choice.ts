import { readStored, writeStored } from '../ui/stored.ts';

const storedKey = 'earshot.levelling';

/** Everyone equally loud, unless this browser was told otherwise. */
export function wantsLevelling(): boolean {
  return readStored(storedKey) !== 'off';
}

export function rememberLevelling(on: boolean): void {
  writeStored(storedKey, on ? 'on' : 'off');
}
