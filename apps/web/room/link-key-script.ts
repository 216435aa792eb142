/** Where the script below leaves what it took out of the address, until the page's own code takes it from there. */
export const takenFragment = 'earshotFragment';

/**
 * Runs in the head, before anything else: takes the key of an encrypted room out of the address bar, so that
 * nobody copies it by accident and nothing that looks at the address sees it. It also keeps the lobby that was
 * exported out of sight at the door of a private room, which asks for a password first (`data-door` in theme.css).
 */
export function linkKeyScript(): string {
  return `(() => {
if (/^\\/r\\/p-[a-z2-7]{26}\\/?$/i.test(location.pathname)) document.documentElement.dataset.door = 'shut';
if (!location.hash.startsWith('#k=')) return;
Object.defineProperty(window, ${JSON.stringify(takenFragment)}, { value: location.hash, configurable: true });
history.replaceState(history.state, '', location.pathname + location.search);
})();`;
}
