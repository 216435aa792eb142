import { expect, test } from '../src/gathering.ts';
import { makePrivateRoom } from '../src/private-door.ts';

test('a name becomes a link, in any script, and the browser remembers the room', async ({ arrive }) => {
  const { page } = await arrive({ name: 'Ada' });
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Name a room' }).fill('Phòng trà của Ada!');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('phòng-trà-của-ada');
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/r/phòng-trà-của-ada');
  await page.getByRole('button', { name: 'Just listen' }).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.goto('/');
  await page.getByRole('link', { name: 'phòng-trà-của-ada' }).click();
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
});

test('the dice names a room, and an empty field says what to do', async ({ arrive }) => {
  const { page } = await arrive({ name: 'Ada' });
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Name a room' });
  await field.fill('');
  await page.getByRole('button', { name: 'Open the room' }).click();
  await expect(page.getByText('Give the room a name first, or roll the dice.')).toBeVisible();
  await page.getByRole('button', { name: 'Roll a random name' }).click();
  await expect(field).toHaveValue(/^[a-z]+-[a-z]+-\d+$/);
  await page.getByRole('button', { name: 'Open the room' }).click();
  await expect(page).toHaveURL(/\/r\/[a-z]+-[a-z]+-\d+$/);
});

test('from a private room that was just made, back leads to the front page, and forward to its door', async ({
  arrive,
}) => {
  const ada = await arrive({ name: 'Ada' });
  const { page } = ada;
  const { link } = await makePrivateRoom(ada, { name: 'Tea', way: 'Secret link' });
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Name a room' })).toBeVisible();
  await page.goForward();
  await expect(page.getByText('This page forgot the key when it was loaded again.')).toBeVisible();
  await page.getByRole('textbox', { name: 'The whole link' }).fill(link);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible({ timeout: 20_000 });
});

test('an address with nothing behind it has a way home', async ({ arrive }) => {
  const { page } = await arrive({ name: 'Ada' });
  const answer = await page.goto('/nothing/here');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the front door' }).click();
  await expect(page.getByRole('textbox', { name: 'Name a room' })).toBeVisible();
});
