declare global {
  interface Window {
    /** When the lobby had been drawn with its way in, in ms since the link was followed. */
    lobbyUsableMs: Promise<number>;
  }
}

/** Runs in the page, before anything else. What the exported page shows is disabled until it works. */
export function installLobbyWatch(): void {
  window.lobbyUsableMs = new Promise((resolve) => {
    const look = () => {
      const works = (control: string) => document.querySelector(`${control}:enabled`) !== null;
      if (!works('input') || !works('button[type=submit]')) return;
      observer.disconnect();
      // The task after the next picture: it has been drawn, and the page takes input again.
      requestAnimationFrame(() => setTimeout(() => resolve(Math.round(performance.now()))));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { attributes: true, childList: true, subtree: true });
  });
}
