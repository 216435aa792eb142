import { readStored, useStored, writeStored } from '../ui/stored.ts';

/** What one shows beside the name. */
export interface OwnProfile {
  readonly emoji: string;
  readonly status: string;
}

const profileKey = 'earshot.profile';

export function parseProfile(stored: string | null): OwnProfile {
  try {
    const { emoji, status } = JSON.parse(stored ?? '{}') as Record<string, unknown>;
    return {
      emoji: typeof emoji === 'string' ? emoji : '',
      status: typeof status === 'string' ? status : '',
    };
  } catch {
    return { emoji: '', status: '' };
  }
}

/** As it was saved on this device. */
export function readProfile(): OwnProfile {
  return parseProfile(readStored(profileKey));
}

export function useOwnProfile(): OwnProfile {
  const [stored] = useStored(profileKey);
  return parseProfile(stored);
}

export function writeProfile({ emoji, status }: OwnProfile): void {
  writeStored(profileKey, JSON.stringify({ emoji, status }));
}
