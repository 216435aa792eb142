import type { Generated } from 'kysely';

/**
 * The tables as the newest migration leaves them. What is searched by has a column; the rest of a record is
 * JSON. `seq` is the order in which rows came, and names them in the log, where no room's name belongs.
 */
export interface Tables {
  rooms: {
    seq: Generated<number>;
    name: string;
    owner_key: string;
    settings: string;
    created_at_ms: number;
    empty_since_ms: number | null;
  };
  private_rooms: { seq: Generated<number>; room: string; epoch: number; record: string };
  roles: { seq: Generated<number>; room: string; key: string; role: string };
  marks: { seq: Generated<number>; room: string; key: string; mark: string };
  bans: { seq: Generated<number>; id: string; room: string | null; until_ms: number | null; record: string };
  actions: { seq: Generated<number>; id: string; room: string; record: string };
  reports: { seq: Generated<number>; id: string; outcome: string | null; record: string };
  links: { seq: Generated<number>; person: string; key: string; record: string };
  operator: { name: string; value: string };
}
