import { expect, test } from '../src/gathering.ts';

const greetings = {
  fr: 'Ouvrez un lien et parlez.',
  vi: 'Mở liên kết và trò chuyện.',
  es: 'Abre un enlace y habla.',
  de: 'Link öffnen und reden.',
} as const;

for (const [tag, greeting] of Object.entries(greetings)) {
  test(`a browser that prefers ${tag} is spoken to in it, and hears no English first`, async ({ arrive }) => {
    const { page, complaints } = await arrive({ name: 'Ada', context: { locale: tag } });
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const { body } = document;
        // After three seconds a page that still waits for its words is shown as it is, which is right.
        const early = performance.now() < 3_000;
        if (body && early && getComputedStyle(body).visibility === 'visible') {
          const text = document.querySelector('h1')?.textContent;
          if (text && !seen.includes(text)) seen.push(text);
        }
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(greeting);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.filter((heading) => heading !== greeting)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('the picker changes the language at once, for other tabs too, and for good', async ({ arrive }) => {
  const { page, complaints } = await arrive({ name: 'Ada', context: { locale: 'en-GB' } });
  const other = await page.context().newPage();
  await other.goto('/r/quiet-maple-37');
  await page.goto('/');
  const picker = page.getByRole('combobox', { name: 'Language' });

  await test.step('it names each language in itself', async () => {
    await expect(picker.getByRole('option')).toHaveText([
      'English',
      'Deutsch',
      'Español',
      'Français',
      'Tiếng Việt',
    ]);
    await expect(picker).toHaveValue('en');
  });

  await test.step('the page follows, and the focus stays', async () => {
    await picker.focus();
    await picker.selectOption('Deutsch');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(greetings.de);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  });

  await test.step('and so do the other tabs, the next visit, and the room', async () => {
    await expect(other.getByRole('button', { name: 'Stumm beitreten' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(greetings.de);
    await page.getByRole('button', { name: 'Namen würfeln' }).click();
    await page.getByRole('button', { name: 'Raum öffnen' }).click();
    await expect(page).toHaveURL(/\/r\/[a-z]+-[a-z]+-\d+$/);
    await expect(page.getByRole('textbox', { name: 'Dein Name' })).not.toHaveValue('');
    await page.getByRole('button', { name: 'Nur zuhören' }).click();
    await expect(page.getByRole('button', { name: 'Verlassen' })).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test('no language is loaded but the one that is spoken', async ({ arrive, room }) => {
  const { page } = await arrive({ name: 'Ada', context: { locale: 'de' } });
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text().catch(() => ''));
  });
  await page.goto(`/r/${room}`);
  await page.getByRole('button', { name: 'Nur zuhören' }).click();
  await page.getByRole('button', { name: 'Verlassen' }).click();
  await expect(page.getByRole('heading', { name: `Du hast ${room} verlassen.` })).toBeVisible();
  const loaded = (await Promise.all(scripts)).join();
  expect(loaded).toContain('Du hast {room} verlassen.');
  for (const other of [
    'You have left {room}.',
    'Vous avez quitté {room}.',
    'Has salido de {room}.',
    'Bạn đã rời {room}.',
  ]) {
    expect(loaded).not.toContain(other);
  }
});

test('a language that does not load leaves the old one, and says so', async ({ arrive }) => {
  const { page } = await arrive({ name: 'Ada', context: { locale: 'en' } });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Open the room' })).toBeVisible();
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Français');
  await expect(page.getByRole('alert').filter({ hasText: 'This language did not load' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('en');
});

test('whose language does not load at all is spoken to in English', async ({ arrive }) => {
  const { page } = await arrive({ name: 'Ada', context: { locale: 'fr-FR' } });
  let french = '';
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return;
    const text = await response.text().catch(() => '');
    if (text.includes(greetings.fr)) french = response.url();
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(greetings.fr);
  await expect.poll(() => french).not.toBe('');
  await page.route(french, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open a link and talk.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
