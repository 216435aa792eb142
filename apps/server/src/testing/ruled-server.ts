import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defaultRoomSettings, limits, msgpackCodec, RpcError } from '@earshot/protocol';
import { afterEach, beforeEach, expect } from '@jest/globals';
import type { KeyHolder } from './key-holder.ts';
import { KinHolder } from './kin-holder.ts';
import { Operator, operatorToken } from './operator.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { TestServer } from './test-server.ts';

interface Coming {
  room?: string;
  name?: string;
  holder?: KeyHolder | undefined;
  from?: string;
  create?: Partial<typeof defaultRoomSettings>;
  returning?: string;
}

/** A server with an operator and a disk, anew for each test of a file: call `RuledServer.forEachTest` once. */
export class RuledServer {
  server!: TestServer;
  operator!: Operator;
  /** What the log may say for once. */
  expectedErrors: string[] = [];
  #data!: ReturnType<typeof temporaryDirectory>;

  static forEachTest(): RuledServer {
    const ruled = new RuledServer();
    beforeEach(async () => {
      ruled.expectedErrors = [];
      // Each look at the directory counts, and some are looked at until they have changed.
      Object.assign(limits, { directoryRequestBurst: 1_000_000 });
      ruled.#data = temporaryDirectory();
      await ruled.#start();
    });
    afterEach(async () => {
      await ruled.server.close();
      ruled.#data.remove();
      expect([...new Set(ruled.server.errors.map(({ msg }) => msg))]).toEqual(ruled.expectedErrors);
    });
    return ruled;
  }

  /** As at the end of one process and the begin of another. */
  async restart(): Promise<void> {
    await this.server.close();
    await this.#start();
  }

  /** Has the store fail from now on with what it would write. */
  breakStore(...writes: readonly (readonly [table: string, change: 'INSERT' | 'DELETE'])[]): DatabaseSync {
    const file = new DatabaseSync(join(this.#data.path, 'earshot.sqlite'), { timeout: 10_000 });
    for (const [table, change] of writes) {
      file.exec(
        `CREATE TRIGGER broken_${table} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
      );
    }
    this.expectedErrors = ['the store failed'];
    return file;
  }

  async come({ room = 'den', name = 'Ann', holder, from = '203.0.113.7', create, ...rest }: Coming = {}) {
    const client = await this.server.connect({ codec: msgpackCodec, forwardedFor: from });
    const identity = holder && { ...(await holder.proof(client, { room })), ...certificatesOf(holder) };
    const joined = await client.join(room, {
      name,
      ...(identity && { identity }),
      ...(create && { create: { ...defaultRoomSettings, ...create } }),
      ...rest,
    });
    return { client, joined, self: joined.self };
  }

  /** Why somebody may not come in: the error's name, its detail where there is one, and whether it will pass. */
  async refusal(coming: Coming): Promise<unknown[]> {
    try {
      await this.come(coming);
      return ['in'];
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const detail = error.detail === error.message ? undefined : error.detail;
      return [error.error, detail, error.retryAfterMs].filter((each) => each !== undefined);
    }
  }

  async listed(): Promise<string[]> {
    const answer = await this.server.fetch('/api/rooms');
    const { rooms } = (await answer.json()) as { rooms: { name: string }[] };
    return rooms.map(({ name }) => name).sort();
  }

  async #start(): Promise<void> {
    this.server = await TestServer.open({
      TRUSTED_PROXIES: '127.0.0.1',
      DATA_DIR: this.#data.path,
      OPERATOR_TOKEN: operatorToken,
    });
    this.operator = new Operator(this.server);
  }
}

function certificatesOf(holder: KeyHolder) {
  return holder instanceof KinHolder && holder.chain ? { certificates: [...holder.chain] } : {};
}
