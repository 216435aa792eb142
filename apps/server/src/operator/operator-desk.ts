import { randomBytes } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import {
  limits,
  type OperatorBan,
  type OperatorBans,
  type OperatorClosing,
  type OperatorNewBan,
  type OperatorOverview,
  type OperatorReports,
  type OperatorRooms,
  type OperatorRoomsQuery,
  type OperatorSwitches,
  type OperatorWords,
  RpcError,
} from '@earshot/protocol';
import type { Logger } from 'pino';
import { networkOf } from '../addresses/network.ts';
import { type Bar, isMeant } from '../guard/house/bars.ts';
import type { HouseRules } from '../guard/house/house-rules.ts';
import { WordList } from '../guard/texts/word-list.ts';
import type { ReportDesk } from '../reports/report-desk.ts';
import type { RoomRegistry } from '../rooms/registry.ts';
import type { Ban } from '../store/ban.ts';
import type { Store } from '../store/store.ts';
import { privateRoomBehind } from './private-handles.ts';
import { roomsPage } from './rooms-page.ts';
import { shownName } from './shown-name.ts';

interface OperatorDeskOptions {
  store: Store;
  house: HouseRules;
  registry: RoomRegistry;
  reports: Pick<ReportDesk, 'complaints' | 'hides'>;
  clock: Clock;
  log: Logger;
}

/**
 * What the operator of the server reads and does. Each act is on the disk before it holds, so that one which
 * fails with `storage_failed` has changed nothing; then it holds at once.
 */
export class OperatorDesk {
  readonly #options: OperatorDeskOptions;
  #before: Promise<unknown> = Promise.resolve();

  constructor(options: OperatorDeskOptions) {
    this.#options = options;
  }

  /** Has everything hold again that did before. @throws RpcError `storage_failed` */
  async load(): Promise<void> {
    const { store, house } = this.#options;
    house.setSwitches(await store.operator.switches());
    house.setWords(await store.operator.words());
    for (const ban of (await store.bans.of(null)).toReversed()) house.bars.add(barOf(ban));
  }

  async overview(): Promise<OperatorOverview> {
    const { store, house, registry } = this.#options;
    const { rooms } = registry;
    return {
      switches: house.switches,
      words: [...house.words],
      rooms: rooms.length,
      people: rooms.reduce((sum, room) => sum + room.size, 0),
      openReports: await store.reports.countOpen(),
      bans: house.bars.size,
    };
  }

  /** @param before Only those older than this report. */
  async reports(before: string | undefined): Promise<OperatorReports> {
    const { store, registry } = this.#options;
    const found = await store.reports.open(before, limits.operatorPageEntries + 1);
    return {
      reports: found.slice(0, limits.operatorPageEntries).map((report) => ({
        ...report,
        room: shownName(report.room),
        open: registry.isOpen(report.room),
      })),
      hasOlder: found.length > limits.operatorPageEntries,
    };
  }

  /** @throws RpcError `not_found` */
  async closeReport(id: string, outcome: string): Promise<void> {
    if (!(await this.#options.store.reports.close(id, outcome))) throw new RpcError('not_found');
    this.#note('report closed', { report: id });
  }

  /** Takes back that a report was closed. @throws RpcError `not_found` */
  async reopenReport(id: string): Promise<void> {
    if (!(await this.#options.store.reports.reopen(id))) throw new RpcError('not_found');
    this.#note('report reopened', { report: id });
  }

  rooms(query: OperatorRoomsQuery): OperatorRooms {
    return roomsPage(this.#options.registry.rooms, this.#options.reports, query);
  }

  /** @throws RpcError `not_found` */
  async closeRoom({ name, forget }: OperatorClosing): Promise<void> {
    const { registry, store } = this.#options;
    const room = registry.rooms.find((each) => shownName(each.name) === name);
    const behind = room?.name ?? (forget ? await privateRoomBehind(name, store.privateRooms) : undefined);
    await registry.close(behind ?? name, { forget });
    this.#note(forget ? 'room forgotten' : 'room closed', { room: room?.id });
  }

  async bans(): Promise<OperatorBans> {
    const { store, house } = this.#options;
    const bans = await store.bans.of(null);
    return { bans: bans.filter(({ id }) => house.bars.has(id)).map(banView) };
  }

  /**
   * Keeps somebody out of the server, and sends them out of it, from kept seats too.
   * @throws RpcError `invalid_params` for nobody, or for a prefix that is none
   */
  ban({ key, prefix, name, forMs }: OperatorNewBan): Promise<OperatorBan> {
    const network = prefix === undefined ? undefined : networkOf(prefix);
    if (prefix !== undefined && network === undefined)
      throw new RpcError('invalid_params', { detail: 'prefix' });
    if (key === undefined && network === undefined)
      throw new RpcError('invalid_params', { detail: 'nobody' });
    return this.#inTurn(async () => {
      const { store, house, clock } = this.#options;
      const atMs = clock.wallMs();
      const ban: Ban = {
        id: randomBytes(12).toString('base64url'),
        room: null,
        ...(key !== undefined && { key }),
        ...(network !== undefined && { prefix: network }),
        ...(name !== undefined && { on: { name } }),
        atMs,
        untilMs: forMs === undefined ? null : atMs + forMs,
      };
      await store.bans.add(ban);
      house.bars.add(barOf(ban));
      this.#sendOut(barOf(ban));
      this.#note('banned', { ban: ban.id });
      return banView(ban);
    });
  }

  /** @throws RpcError `not_found` */
  lift(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const { store, house } = this.#options;
      if (!house.bars.has(id)) throw new RpcError('not_found');
      await store.bans.remove(id);
      house.bars.delete(id);
      this.#note('ban lifted', { ban: id });
    });
  }

  setSwitches(switches: OperatorSwitches): Promise<OperatorSwitches> {
    return this.#inTurn(async () => {
      const { store, house } = this.#options;
      await store.operator.set(switches);
      house.setSwitches(switches);
      this.#note('switches set', { ...switches });
      return switches;
    });
  }

  /** @throws RpcError `invalid_params` for a word that has no letter and no digit */
  setWords({ words: given }: OperatorWords): Promise<OperatorWords> {
    const words = [...new Set(given.map((word) => word.trim()).filter(Boolean))];
    const empty = words.find((word) => !WordList.meansSomething(word));
    if (empty !== undefined) throw new RpcError('invalid_params', { detail: `words: ${empty}` });
    return this.#inTurn(async () => {
      const { store, house } = this.#options;
      await store.operator.setWords(words);
      house.setWords(words);
      this.#note('words set', { words: words.length });
      return { words };
    });
  }

  /** One after the other, so that what holds is what lies on the disk. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const acting = this.#before.then(act);
    this.#before = acting.catch(() => {});
    return acting;
  }

  #sendOut(bar: Bar): void {
    for (const room of this.#options.registry.rooms) {
      for (const member of room.people) if (isMeant(bar, member)) room.sendOut(member, 'barred');
    }
  }

  #note(act: string, ids: Readonly<Record<string, string | number | boolean | undefined>>): void {
    this.#options.log.info({ act, ...ids }, 'the operator acted');
  }
}

function barOf({ id, key, prefix, untilMs }: Ban): Bar {
  return { id, key, prefix, untilMs };
}

function banView({ id, key, prefix, on, atMs, untilMs }: Ban): OperatorBan {
  return {
    id,
    ...(key !== undefined && { key }),
    ...(prefix !== undefined && { prefix }),
    ...(on && { name: on.name }),
    atMs,
    ...(untilMs !== null && { untilMs }),
  };
}
