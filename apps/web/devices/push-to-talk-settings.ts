import { readStored, useStored } from '../ui/stored.ts';

const storageKey = 'earshot.pushToTalk';

/** Whether talking takes holding a key or the button, and which key. */
export interface PushToTalkSettings {
  readonly on: boolean;
  /** The place of the key on the keyboard, as `KeyboardEvent.code` names it. */
  readonly code: string;
  /** What stands on it, as `KeyboardEvent.key` gives it. */
  readonly key: string;
}

const space = { on: false, code: 'Space', key: ' ' } as const;

/** These have meanings of their own that nobody can do without. */
const taken = new Set(['Escape', 'Tab', 'Enter', 'NumpadEnter']);

export function isBindable(code: string): boolean {
  return code !== '' && code.length <= 32 && !taken.has(code);
}

/** Reads what was remembered; whatever makes no sense is Space, and off. */
export function parsePushToTalk(stored: string | null): PushToTalkSettings {
  try {
    const { on, code, key } = JSON.parse(stored ?? '{}') as Record<string, unknown>;
    const bound = typeof code === 'string' && isBindable(code) && typeof key === 'string' && key.length <= 32;
    return { ...space, on: on === true, ...(bound && { code, key }) };
  } catch {
    return space;
  }
}

export function readPushToTalk(): PushToTalkSettings {
  return parsePushToTalk(readStored(storageKey));
}

export function usePushToTalk(): [PushToTalkSettings, (settings: PushToTalkSettings) => void] {
  const [stored, store] = useStored(storageKey);
  return [parsePushToTalk(stored), (settings) => store(JSON.stringify(settings))];
}

/** The key as people call it; empty for Space, whose name is a word of their language. */
export function keyName({ code, key }: PushToTalkSettings): string {
  if (code === 'Space') return '';
  return key.length === 1 ? key.toUpperCase() : key;
}
