import {
  type BanId,
  type GivenRole,
  isPrivateRoom,
  limits,
  type RoomModes,
  type RoomSettings,
  RpcError,
} from '@earshot/protocol';
import type { Member } from '../member.ts';
import { requirePower } from '../powers.ts';
import { hostsOnly } from './action-log.ts';
import { asPerson, type Hosting } from './hosting.ts';
import { keepPromises } from './settings-promises.ts';

/**
 * What members do to others and to the room. Whether they may was found before. Effects come first and books
 * second where somebody has to be stopped; the other way round where something is given.
 */
export class HostActs {
  readonly #hosting: Hosting;

  constructor(hosting: Hosting) {
    this.#hosting = hosting;
  }

  /** @throws RpcError `not_permitted` for what a room stays as it was made, `storage_failed` */
  setSettings(by: Member, settings: RoomSettings): Promise<void> {
    const { name } = this.#hosting;
    return this.#hosting.change((now) => keepPromises(name, { now, next: settings }), by, 'settings');
  }

  setModes(by: Member, modes: RoomModes): Promise<void> {
    const next = (now: RoomSettings): RoomSettings => {
      const { speaking = now.speaking, locked = now.locked, chat = now.chat } = modes;
      const { slowChatSeconds = now.slowChatSeconds } = modes;
      return { ...now, speaking, slowChatSeconds, locked, chat };
    };
    return this.#hosting.change(next, by, 'modes');
  }

  /** @throws RpcError `not_permitted` for a role that is not below one's own, `storage_failed` */
  async setRole(by: Member, { on, role }: { on: Member; role: GivenRole }): Promise<void> {
    const { roles, store, name } = this.#hosting;
    requirePower('setRole', this.#hosting.actor(by.author), role);
    if (on.role === role) return;
    if (on.key) await store?.roles.set(name, on.key, role);
    // Made a moderator, they would see it of themselves; and who is trusted that much is not kept quiet.
    if (role === 'moderator') await this.#endShadowMute(on);
    roles.give(on.author, role);
    // Who was called up need not wave any more.
    if (on.role === 'listener') on.setHand(false);
    await this.#hosting.refresh();
    await this.#log('role', by, { on, detail: role });
  }

  /** @throws RpcError `not_permitted` for who only acts as owner, `wrong_state` without a key, `storage_failed` */
  async handOver(by: Member, on: Member): Promise<void> {
    const { roles, store, name } = this.#hosting;
    // The key that signs a private room's record stays where it was made.
    if (isPrivateRoom(name)) throw new RpcError('not_permitted', { detail: 'the room is private' });
    if (!on.key) throw new RpcError('wrong_state', { detail: 'they have no key' });
    const handOver = async () => {
      // Not before its turn: they may just have handed it over to somebody else.
      if (!roles.isOwner(by)) throw new RpcError('not_permitted');
      await store?.roles.handOver(name, { from: by.key, to: on.key });
      await this.#endShadowMute(on);
      roles.handOver(by.author, on.author);
      await this.#hosting.refresh();
      await this.#log('handOver', by, { on });
    };
    await this.#hosting.inTurn(handOver);
  }

  async setMuted(by: Member, { on, muted }: { on: Member; muted: boolean }): Promise<void> {
    const { roles } = this.#hosting;
    if (roles.standing(on.author).muted === muted) return;
    roles.setMuted(on.author, muted);
    await this.#hosting.refresh();
    await this.#log(muted ? 'mute' : 'allowToSpeak', by, { on });
  }

  /**
   * Keeps what somebody says and shows from all but hosts, or ends that; nobody but these hears of it.
   * @throws RpcError `storage_failed`: it holds until the room is empty
   */
  async setShadowMuted(by: Member, { on, shadowMuted }: { on: Member; shadowMuted: boolean }): Promise<void> {
    const { roles, store, name } = this.#hosting;
    if (on.shadowMuted === shadowMuted) return;
    roles.setShadowMuted(on.author, shadowMuted);
    await this.#hosting.refresh();
    await this.#log(shadowMuted ? 'shadowMute' : 'shadowUnmute', by, { on });
    if (on.key) await store?.marks.set(name, on.key, { mark: 'shadowMuted', on: shadowMuted });
  }

  async remove(by: Member, on: Member): Promise<void> {
    this.#hosting.room.sendOut(on, 'removed');
    await this.#log('remove', by, { on });
  }

  /** @throws RpcError `storage_failed`: they are gone, and out until the room is empty */
  async ban(by: Member, { on, forMs }: { on: Member; forMs: number | undefined }): Promise<void> {
    const { bans, room } = this.#hosting;
    const { key, addressPrefix } = on;
    const [person, judge] = [asPerson(on.author), asPerson(by.author)];
    const written = bans.add({ key, addressPrefix, on: person, by: judge, forMs });
    written.catch(() => {});
    for (const member of [on, ...this.#hosting.membersOf(key)]) room.sendOut(member, 'banned');
    await this.#log('ban', by, { on, detail: forMs === undefined ? undefined : `${forMs}` });
    await written;
  }

  /** @throws RpcError `not_found`, `storage_failed` */
  async unban(by: Member, id: BanId): Promise<void> {
    const { on } = await this.#hosting.bans.remove(id);
    await this.#hosting.log.add({ by: asPerson(by.author), action: 'unban', on });
  }

  async lowerHands(by: Member, on: Member | undefined): Promise<void> {
    const raised = [...(on ? [on] : this.#hosting.room.members())].filter(({ handRaised }) => handRaised);
    for (const member of raised) member.setHand(false);
    // Of a hand that nobody else saw nobody else hears.
    const detail = raised.every(({ shadowMuted }) => shadowMuted) ? hostsOnly : undefined;
    if (raised.length > 0) await this.#log('lowerHands', by, { on, detail });
  }

  /** @throws RpcError `wrong_state` */
  async vote(by: Member, { on, agree }: { on: Member; agree: boolean }): Promise<void> {
    const { votes, bans, room, log } = this.#hosting;
    const idea = votes.cast(by.author, on.id, agree);
    if (!idea) return;
    const { key, addressPrefix } = on;
    const person = asPerson(on.author);
    const banned = bans.add({ key, addressPrefix, on: person, forMs: limits.voteBanMs });
    // With all tabs: they could not come back in either.
    for (const member of [on, ...this.#hosting.membersOf(key)]) room.sendOut(member, 'removed');
    await log.add({ by: asPerson(idea), action: 'voteToRemove', on: person });
    await banned;
  }

  async #endShadowMute(on: Member): Promise<void> {
    const { roles, store, name } = this.#hosting;
    if (!on.shadowMuted) return;
    if (on.key) await store?.marks.set(name, on.key, { mark: 'shadowMuted', on: false });
    roles.setShadowMuted(on.author, false);
  }

  #log(
    action: Parameters<Hosting['log']['add']>[0]['action'],
    by: Member,
    { on, detail }: { on?: Member | undefined; detail?: string | undefined } = {},
  ): Promise<void> {
    return this.#hosting.log.add({ by: asPerson(by.author), action, on: on && asPerson(on.author), detail });
  }
}
