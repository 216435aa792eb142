/* Speaks the person's language, tries again when the network is back, and says that it does. */
const tags = [...document.querySelectorAll('main')].map(({ lang }) => lang);
const wanted = [stored(), ...navigator.languages].map((tag) => tag?.split('-')[0]);
const tag = wanted.find((each) => tags.includes(each)) ?? 'en';

for (const main of document.querySelectorAll('main')) main.hidden = main.lang !== tag;
document.documentElement.lang = tag;
document.title = document.querySelector(`main[lang="${tag}"] h1`)?.textContent ?? document.title;
const theme = storedTheme();
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

for (const link of document.querySelectorAll('a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
}
addEventListener('online', () => location.reload());

function stored() {
  try {
    return localStorage.getItem('earshot.language');
  } catch {
    return null;
  }
}

function storedTheme() {
  try {
    return localStorage.getItem('earshot.theme');
  } catch {
    return null;
  }
}
