import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { SpareServer } from '../spare-server.ts';
import { Robot } from './robot.ts';

type Guest = Omit<Parameters<typeof Robot.join>[0], 'server'>;

/** A server for the tests of one file, and robots of which none stays longer than its test. */
export class RobotHouse {
  #server: SpareServer | undefined;
  #robots: Robot[] = [];

  /** Opens before the first test of the file, and closes after the last. */
  static open(): RobotHouse {
    const house = new RobotHouse();
    beforeAll(async () => {
      house.#server = await SpareServer.start();
    });
    afterEach(async () => {
      await Promise.all(house.#robots.splice(0).map((robot) => robot.leave()));
    });
    afterAll(() => house.#server?.stop());
    return house;
  }

  get origin(): string {
    return this.#server?.origin ?? '';
  }

  async join(guest: Guest): Promise<Robot> {
    const robot = await Robot.join({ server: this.origin, ...guest });
    this.#robots.push(robot);
    return robot;
  }
}
