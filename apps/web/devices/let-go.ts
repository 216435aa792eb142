/**
 * Calls back whenever nobody can tell any more whether something is still held: the window has lost its
 * focus, the page is hidden or on its way out. Returns its undo.
 */
export function watchLetGo(onLetGo: () => void, page: Window = window): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  page.addEventListener('blur', onLetGo, { signal });
  page.addEventListener('pagehide', onLetGo, { signal });
  page.document.addEventListener('visibilitychange', () => page.document.hidden && onLetGo(), { signal });
  page.document.addEventListener('freeze', onLetGo, { signal });
  return () => gone.abort();
}
