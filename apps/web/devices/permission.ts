/**
 * Tells whether the microphone may be used without asking, now and whenever that changes. Browsers that
 * do not say count as `prompt`. Returns its undo.
 */
export function watchMicrophonePermission(onState: (state: PermissionState) => void): () => void {
  const gone = new AbortController();
  void query().then((status) => {
    if (gone.signal.aborted) return;
    onState(status?.state ?? 'prompt');
    status?.addEventListener('change', () => onState(status.state), { signal: gone.signal });
  });
  return () => gone.abort();
}

/** Whether a permission that was given still stands: a microphone may be gone because it does not. */
export class GivenPermission {
  /** Firefox says `prompt` of a permission that it was given for this visit only. */
  #tells = false;

  /** To be called while a microphone is open. */
  async note(): Promise<void> {
    this.#tells = (await query())?.state === 'granted';
  }

  async stands(): Promise<boolean> {
    const state = (await query())?.state;
    return state === undefined || state === 'granted' || (state === 'prompt' && !this.#tells);
  }
}

async function query(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'microphone' as PermissionName });
  } catch {
    return undefined;
  }
}
