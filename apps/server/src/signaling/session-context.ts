import type { Clock } from '@earshot/lifetime';
import type { Logger } from 'pino';
import type { Guard } from '../guard/guard.ts';
import type { KinBook } from '../kin/kin-book.ts';
import type { TurnSettings } from '../media/ice-servers.ts';
import type { ReportDesk } from '../reports/report-desk.ts';
import type { PrivateRooms } from '../rooms/private/private-rooms.ts';
import type { RoomRegistry } from '../rooms/registry.ts';

export interface SessionContext {
  registry: RoomRegistry;
  privateRooms: PrivateRooms;
  /** For whom a proved key speaks. */
  kin: Pick<KinBook, 'personOf'>;
  guard: Guard;
  reports: ReportDesk;
  turn: TurnSettings | undefined;
  clock: Clock;
  log: Logger;
  /** Hears of each answered request, for the metrics. */
  onAnswered?(method: string, error: unknown): void;
}

/** By which way somebody came. */
export interface Doorway {
  /** The names of this server, for proofs of keys. */
  hosts: readonly string[];
  addressPrefix: string | undefined;
}
