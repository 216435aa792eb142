import { chooseLanguage } from './choose-language.ts';
import { languageKey } from './language-key.ts';
import { allTags, languageTags, rightToLeft } from './languages.ts';

/**
 * Runs in the head, before anything is drawn: sets the page's language and direction, and keeps an English
 * page out of sight while another language is on its way (`data-words` in theme.css).
 */
export function bootScript(): string {
  const [key, spoken, choosable, rtl] = [languageKey, languageTags, allTags, rightToLeft].map((value) =>
    JSON.stringify(value),
  );
  return `(() => {
let stored = null;
try { stored = localStorage.getItem(${key}); } catch {}
const root = document.documentElement;
root.lang = (${chooseLanguage})(stored, navigator.languages, ${spoken}, ${choosable});
root.dir = ${rtl}.includes(root.lang) ? 'rtl' : 'ltr';
if (root.lang !== 'en') root.dataset.words = 'coming';
})();`;
}
