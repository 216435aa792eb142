import type { Consumer, Member } from '@earshot/protocol';
import { floorOf } from './microphone/floor.ts';
import type { Notification } from './notification.ts';
import type { RoomEncryption } from './private/room-encryption.ts';
import type { RoomParts } from './room-parts.ts';
import type { SnapshotStore } from './snapshot-store.ts';

interface AnnouncementsOptions {
  parts: RoomParts;
  store: SnapshotStore;
  encryption: RoomEncryption | undefined;
}

/** What the server tells of the room, given to the parts that it concerns. */
export class Announcements {
  readonly #parts: RoomParts;
  readonly #store: SnapshotStore;
  readonly #encryption: RoomEncryption | undefined;

  constructor({ parts, store, encryption }: AnnouncementsOptions) {
    this.#parts = parts;
    this.#store = store;
    this.#encryption = encryption;
  }

  take(notification: Notification): void {
    switch (notification.method) {
      case 'memberJoined':
        this.#encryption?.memberSeen(notification.params.member);
        this.#parts.data.memberJoined(notification.params.member);
        this.#store.apply({ type: 'memberJoined', member: notification.params.member });
        break;
      case 'memberChanged':
        this.#seen(notification.params.member);
        this.#parts.data.memberChanged(notification.params.member);
        this.#store.apply({ type: notification.method, member: notification.params.member });
        this.#keepToFloor();
        break;
      case 'memberLeft':
        this.#encryption?.memberLeft(notification.params.memberId);
        this.#parts.data.memberLeft(notification.params.memberId);
        this.#store.apply({ type: 'memberLeft', memberId: notification.params.memberId });
        break;
      case 'roomChanged':
        this.#store.apply({ type: 'roomChanged', ...notification.params });
        break;
      case 'recordChanged':
        this.#encryption?.recordChanged(notification.params.record, notification.params.proveWithinMs);
        break;
      case 'voteChanged':
        this.#store.apply({ type: 'voteChanged', vote: notification.params.vote });
        break;
      case 'askedToUnmute':
        this.#parts.hosting.askedToUnmute(notification.params.by);
        break;
      case 'actionLogged':
        this.#parts.hosting.logged(notification.params.entry);
        break;
      case 'consumerAdded':
        this.receive(notification.params.consumer);
        break;
      case 'consumerRemoved':
        this.#parts.playbacks.remove(notification.params.consumerId);
        this.#parts.pictures.remove(notification.params.consumerId);
        break;
      case 'data':
        this.#parts.data.receive(notification.params.packets);
        break;
      case 'levels':
        // In an encrypted room the server can tell nothing of it, and is not believed.
        if (!this.#encryption) this.#parts.levels.take(notification.params.levels);
        break;
    }
  }

  receive(consumer: Consumer): void {
    if (consumer.kind === 'audio') void this.#parts.playbacks.add(consumer);
    else void this.#parts.pictures.add(consumer);
  }

  /** The server forwards nothing more already: this side is silent, and shows it. */
  #keepToFloor(): void {
    const { self } = this.#store.snapshot;
    const floor = floorOf(self);
    if (floor === 'free') return;
    const state = floor === 'listening' ? 'off' : 'muted';
    const isMore = self.microphone === 'live' || (self.microphone === 'muted' && state === 'off');
    if (isMore) this.#parts.sender.change({ state }).catch(() => {});
    if (floor === 'listening') this.#parts.shared.stopAll().catch(() => {});
  }

  #seen(member: Member): void {
    if (member.id !== this.#store.snapshot.self.id) this.#encryption?.memberSeen(member);
  }
}
