import { Emitter } from '@earshot/lifetime';
import {
  type Act,
  type ActionEntry,
  type Ban,
  type GivenRole,
  isBelow,
  type MemberId,
  may,
  type RoomModes,
  type RoomSettings,
} from '@earshot/protocol';
import type { SignalingLink } from '../signaling-link.ts';
import type { RoomSnapshot } from '../snapshot.ts';
import type { BanLength, Hosting } from './hosting.ts';

interface RoomHostingOptions {
  request: SignalingLink['request'];
  snapshot(): RoomSnapshot;
}

const givenRoles: readonly GivenRole[] = ['moderator', 'speaker', 'listener'];

/** The powers over a room, as the server has them. */
export class RoomHosting implements Hosting {
  readonly #options: RoomHostingOptions;
  readonly #events = new Emitter<{ asked: [by: MemberId]; logged: [entry: ActionEntry] }>();
  #listening = 0;
  /** Who asked before anybody listened: a page may still be loading what shows it. */
  #asked: MemberId | undefined;

  constructor(options: RoomHostingOptions) {
    this.#options = options;
  }

  can(act: Act, on?: MemberId): boolean {
    const { room, self, members } = this.#options.snapshot();
    // What is another's is not to be given away.
    if (act === 'handOver' && self.acting) return false;
    const actor = { role: self.role, owned: room.owned };
    if (on === undefined) return may(act, actor);
    const member = on === self.id ? self : members.find(({ id }) => id === on);
    return member !== undefined && may(act, actor, member.role);
  }

  rolesFor(on: MemberId): readonly GivenRole[] {
    const { self, members } = this.#options.snapshot();
    const member = members.find(({ id }) => id === on);
    if (!member || !this.can('setRole', on)) return [];
    return givenRoles.filter((role) => isBelow(role, self.role) && role !== member.role);
  }

  async setSettings(settings: RoomSettings): Promise<void> {
    await this.#options.request('setRoomSettings', { settings });
  }

  async setModes(modes: RoomModes): Promise<void> {
    await this.#options.request('setRoomModes', modes);
  }

  async setRole(memberId: MemberId, role: GivenRole): Promise<void> {
    await this.#options.request('setRole', { memberId, role });
  }

  async handOver(memberId: MemberId): Promise<void> {
    await this.#options.request('handOver', { memberId });
  }

  async mute(memberId: MemberId): Promise<void> {
    await this.#options.request('muteMember', { memberId });
  }

  async allowToSpeak(memberId: MemberId): Promise<void> {
    await this.#options.request('allowToSpeak', { memberId });
  }

  async askToUnmute(memberId: MemberId): Promise<void> {
    await this.#options.request('askToUnmute', { memberId });
  }

  async shadowMute(memberId: MemberId, on: boolean): Promise<void> {
    await this.#options.request('shadowMute', { memberId, on });
  }

  async remove(memberId: MemberId): Promise<void> {
    await this.#options.request('removeMember', { memberId });
  }

  async ban(memberId: MemberId, { forMs }: BanLength = {}): Promise<void> {
    await this.#options.request('banMember', { memberId, ...(forMs !== undefined && { forMs }) });
  }

  async unban(banId: string): Promise<void> {
    await this.#options.request('unban', { banId });
  }

  async bans(): Promise<readonly Ban[]> {
    return (await this.#options.request('listBans', {})).bans;
  }

  async lowerHands(memberId?: MemberId): Promise<void> {
    await this.#options.request('lowerHands', memberId === undefined ? {} : { memberId });
  }

  log({ before }: { before?: string } = {}): Promise<{ entries: ActionEntry[]; hasOlder: boolean }> {
    return this.#options.request('actionLog', before === undefined ? {} : { before });
  }

  async voteToRemove(memberId: MemberId, agree: boolean): Promise<void> {
    await this.#options.request('voteToRemove', { memberId, agree });
  }

  onAskedToUnmute(listener: (by: MemberId) => void): () => void {
    const stop = this.#events.on('asked', listener);
    this.#listening += 1;
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked !== undefined) listener(asked);
    let over = false;
    return () => {
      if (!over) this.#listening -= 1;
      over = true;
      stop();
    };
  }

  onLogged(listener: (entry: ActionEntry) => void): () => void {
    return this.#events.on('logged', listener);
  }

  askedToUnmute(by: MemberId): void {
    if (this.#listening === 0) this.#asked = by;
    else this.#events.emit('asked', by);
  }

  logged(entry: ActionEntry): void {
    this.#events.emit('logged', entry);
  }
}
