import { type Codec, msgpackCodec } from '@earshot/protocol';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { DataClient } from './data-client.ts';
import type { SignalingClient } from './signaling-client.ts';
import { TestServer } from './test-server.ts';
import { until } from './until.ts';

/** A server for the tests of a file, and people in its rooms who write and post: call `DataHouse.forAllTests` once. */
export class DataHouse {
  server!: TestServer;
  #people: DataClient[] = [];
  #ids = 0;

  /** @param left What there has to be of metrics after each test, when everybody has gone. */
  static forAllTests(left?: Parameters<TestServer['counted']>[0]): DataHouse {
    const house = new DataHouse();
    beforeAll(async () => {
      house.server = await TestServer.open();
    });
    afterEach(async () => {
      for (const person of house.#people.splice(0)) person.close();
      await house.server.dismiss();
      expect(house.server.errors).toEqual([]);
      if (left) await house.server.counted(left);
    });
    afterAll(() => house.server.close());
    return house;
  }

  /** Opens what somebody says and hears, until the test ends. */
  dataOf(client: SignalingClient): DataClient {
    const data = new DataClient(client);
    this.#people.push(data);
    return data;
  }

  async enter(room: string, { name = 'Ann', codec = msgpackCodec }: { name?: string; codec?: Codec } = {}) {
    const { client, self } = await this.server.member(room, { codec, name });
    return { client, self, data: this.dataOf(client) };
  }

  newId(): string {
    this.#ids += 1;
    return `message-${String(this.#ids).padStart(12, '0')}`;
  }
}

/** Waits until somebody has been told so many things of the chat. */
export function told(data: DataClient, count: number): Promise<DataClient['chat']> {
  return until(
    () => data.chat,
    ({ length }) => length >= count,
  );
}
