/** Where this browser keeps the look its person chose. */
export const themeKey = 'earshot.theme';

/** Runs in the head, before anything is drawn: a page that was chosen dark does not begin light. */
export function themeScript(): string {
  return `(() => {
let theme = null;
try { theme = localStorage.getItem(${JSON.stringify(themeKey)}); } catch {}
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();`;
}
