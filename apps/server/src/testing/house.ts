import { defaultRoomSettings, type JoinParams, type Role, type RoomSettings } from '@earshot/protocol';
import { KeyHolder } from './key-holder.ts';
import type { SignalingClient } from './signaling-client.ts';
import type { TestServer } from './test-server.ts';

/** Somebody in an owned room. */
export interface Guest {
  readonly client: SignalingClient;
  readonly holder: KeyHolder;
  readonly joined: Awaited<ReturnType<SignalingClient['join']>>;
  readonly id: string;
}

/** Joins with a key. */
export async function enter(
  server: TestServer,
  room: string,
  { holder = new KeyHolder(), ...params }: Partial<JoinParams> & { holder?: KeyHolder } = {},
): Promise<Guest> {
  const client = await server.connect();
  const joined = await client.join(room, { identity: await holder.proof(client, { room }), ...params });
  return { client, holder, joined, id: joined.self.id };
}

/** An owned room with an owner, and one person more of each of these roles, in their order. */
export async function openHouse(
  server: TestServer,
  room: string,
  { roles = [], settings = {} }: { roles?: readonly Role[]; settings?: Partial<RoomSettings> } = {},
): Promise<[owner: Guest, ...others: Guest[]]> {
  const owner = await enter(server, room, { create: { ...defaultRoomSettings, ...settings }, name: 'Olga' });
  const guests: [Guest, ...Guest[]] = [owner];
  for (const [index, role] of roles.entries()) {
    const guest = await enter(server, room, { name: `${role} ${index}` });
    if (role !== 'speaker' && role !== 'owner') {
      await owner.client.request('setRole', { memberId: guest.id, role });
    }
    guests.push(guest);
  }
  return guests;
}

type Party = [room: string, owner: Guest, first: Guest, second: Guest, third: Guest];

/** Opens houses, each with a name of its own; of the guests there are as many as roles are named. */
export function housesOf(server: () => TestServer, stem: string) {
  let rooms = 0;
  return async (...roles: ('moderator' | 'speaker' | 'listener')[]): Promise<Party> => {
    rooms += 1;
    const room = `${stem}-${rooms}`;
    return [room, ...(await openHouse(server(), room, { roles }))] as Party;
  };
}

/** Waits until this member is seen with these properties. */
export async function seen(client: SignalingClient, id: string, wanted: object): Promise<void> {
  for (;;) {
    const { member } = await client.next('memberChanged');
    const fits = Object.entries(wanted).every(([key, value]) => member[key as keyof typeof member] === value);
    if (member.id === id && fits) return;
  }
}
