import type { CloseName, NotificationName, NotificationParams } from '@earshot/protocol';

/** Something a room tells its members. Never changed once made, so that it can be encoded once for all. */
export type Announcement = {
  readonly [Name in NotificationName]: {
    readonly method: Name;
    readonly params: NotificationParams<Name>;
  };
}[NotificationName];

/** Whoever stands behind a member and wants to hear what the room says: a session. */
export interface Audience {
  /** Bytes told that have not gone out yet: what may as well be lost is not added to many. */
  readonly waitingBytes: number;
  tell(announcement: Announcement): void;
  /** The room is over for this member; it is no longer in the room when this is called. */
  end(reason: CloseName): void;
}
