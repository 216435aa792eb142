import { expect, test } from '../src/gathering.ts';
import { Robot, tones } from '../src/node/robot.ts';

const [robotHz, adaHz, benHz] = tones;

for (const codec of ['msgpack', 'json'] as const) {
  test(`a guest from Node, over ${codec}, is seen, heard and hears`, async ({ arrive, room, baseURL }) => {
    const ada = await arrive({ name: 'Ada', hz: adaHz });
    const ben = await arrive({ name: 'Ben', hz: benHz });
    await ada.join(room);
    await ben.join(room);
    const robot = await Robot.join({ server: baseURL ?? '', room, name: 'Robot', hz: robotHz, codec });
    try {
      await expect(ada.tile('Robot')).toHaveAttribute('data-speaking', 'true');
      await expect.poll(() => ada.ears.hears(tones)).toEqual([robotHz, benHz]);
      await expect.poll(() => ben.ears.hears(tones)).toEqual([robotHz, adaHz]);
      await expect
        .poll(() => robot.hears())
        .toEqual({ [await ben.memberId('Ada')]: [adaHz], [await ada.memberId('Ben')]: [benHz] });
    } finally {
      await robot.leave();
    }
    await expect(ada.tile('Robot')).toHaveCount(0);
  });
}
