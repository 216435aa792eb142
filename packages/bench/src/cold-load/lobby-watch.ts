declare global {
  interface Window {
    /** When the lobby had been drawn with its way in, in ms since the link was followed. */
    lobbyUsableMs: Promise<number>;
  }
}

/** Runs in the page, before anything else. The page draws its lobby itself: what stands there works. */
export function installLobbyWatch(): void {
  window.lobbyUsableMs = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('input') || !document.querySelector('button[type=submit]')) return;
      observer.disconnect();
      // The task after the next picture: it has been drawn, and the page takes input again.
      requestAnimationFrame(() => setTimeout(() => resolve(Math.round(performance.now()))));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
}
