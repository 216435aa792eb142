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

async function query(): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: 'microphone' as PermissionName });
  } catch {
    return undefined;
  }
}
