import { expect, test } from '../src/gathering.ts';
import { SpareServer } from '../src/spare-server.ts';

const endings = [
  { signal: 'SIGTERM', sentence: 'The server is restarting.' },
  { signal: 'SIGKILL', sentence: /^The connection to .* was lost\.$/ },
] as const;

for (const { signal, sentence } of endings) {
  test(`a server that goes away by ${signal} is said, and joining again is one press away`, async ({
    arrive,
    room,
  }) => {
    const server = await SpareServer.start();
    try {
      const ada = await arrive({ name: 'Ada' });
      ada.visit(server.origin);
      await ada.join(room);
      await server.stop(signal);
      await expect(ada.page.getByText(sentence)).toBeVisible();
      await ada.page.getByRole('button', { name: 'Rejoin' }).click();
      await expect(ada.page.getByText('The server cannot be reached.')).toBeVisible();
      await expect(ada.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    } finally {
      await server.stop();
    }
  });
}

test('leaving asks nothing and offers a way back', async ({ arrive, room }) => {
  const ada = await arrive({ name: 'Ada' });
  await ada.join(room);
  await ada.page.getByRole('button', { name: 'Leave' }).click();
  await expect(ada.page.getByRole('button', { name: 'Rejoin' })).toBeFocused();
  await ada.page.getByRole('button', { name: 'Rejoin' }).click();
  await expect(ada.tile('Ada')).toBeVisible();
});
